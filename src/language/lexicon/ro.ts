import { roMultipliers, roNumbers, roOrdinals } from './countingWords/ro.ts';
import { roDateWords } from './dateWords/ro.ts';
import type { Lexicon } from './lexicon.ts';
import { keyed, phrases } from './phrases.ts';

export const ro: Lexicon = {
  taught: { back: 'INAPOI', skip: 'SARI', pause: 'PAUZA', menu: 'MENIU', help: '?', more: 'MAI MULT' },
  commands: {
    back: phrases(
      'înapoi, du te înapoi, mergi înapoi, întoarce te, revino, întrebarea anterioară, anterior, anterioara, întrebarea precedentă, precedenta',
    ),
    skip: phrases(
      'sari, sari peste, sari peste asta, sari peste întrebare, săriți, săriți peste, omite, treci peste, treci mai departe, mai departe, următoarea, următoarea întrebare, trec peste, sar peste',
    ),
    pause: phrases(
      'pauză, mai târziu, altă dată, altădată, nu acum, continui mai târziu, termin mai târziu, revin mai târziu, pe mai târziu',
    ),
    menu: phrases(
      'meniu, meniul, meniu principal, meniul principal, arată meniul, la meniu, de la început, începe din nou, ia o de la capăt, acasă',
    ),
    help: phrases(
      'ajutor, ajută mă, ajutați mă, ajutor vă rog, informații, info, ce poți face, ce puteți face, ce pot face, ce fac, ce trebuie să fac, cum funcționează, nu înțeleg, ce este asta, ce e asta, instrucțiuni, comenzi, ce',
    ),
    more: phrases(
      'mai mult, mai multe, arată mai mult, arată mai multe, detalii, mai multe detalii, mai multe informații, citește mai mult, continuă, pagina următoare',
    ),
  },
  optOut: {
    asks: phrases(
      'stop, opriți, oprește, opriți vă, oprește te, opriți mesajele, încetați, încetează, terminați cu mesajele, nu mai trimiteți, nu mai trimite, nu mi mai trimiteți, nu mi mai trimite, nu îmi mai trimiteți, nu îmi mai trimite, nu mai scrieți, nu mai scrie, nu mi mai scrieți, nu îmi mai scrieți, nu mai vreau mesaje, nu mai vreau să primesc, nu vreau mesaje, nu mai doresc mesaje, nu mai doresc să primesc, nu mă mai contactați, nu mă contactați, dezabonare, dezabonează mă, dezabonați mă, dezabonează, dezabonați, mă dezabonez, să mă dezabonez, vreau să mă dezabonez, scoateți mă, scoate mă, ștergeți mă, șterge mă, ștergeți numărul meu, renunț, vreau să renunț, lăsați mă în pace, lasă mă în pace',
    ),
    before: phrases('vă, te, rog, ok, bună, ziua, salut, acum, eu, vreau, aș, doresc, dori, vrea, să, și, puteți, poți, imediat'),
    after: phrases(
      'vă, te, rog, mulțumesc, acum, mesaje, mesajele, mesaj, sms, uri, urile, să, îmi, mi, mai, trimiteți, scrieți, scrie, mie, nimic, de, din, pe, lista, listă, voastră, dumneavoastră, imediat, niciodată, deloc, la, acest, număr, tot, toate, asta, aceste, acestea',
    ),
  },
  yes: phrases(
    'da, d, da da, sigur, sigur că da, desigur, bineînțeles, normal, exact, corect, adevărat, de acord, sunt de acord, ok, okay, bine, da vă rog, da te rog, vă rog, absolut, cu siguranță, evident, îhî, aha, mereu, întotdeauna, cu plăcere, firește, da sigur, confirm, așa este, așa e, da sunt de acord, da normal, cred că da, probabil, probabil că da, presupun că da, așa cred',
  ),
  no: phrases(
    'nu, n, nu nu, nu mulțumesc, mulțumesc nu, niciodată, deloc, nicidecum, bineînțeles că nu, sigur că nu, nu sunt de acord, nici vorbă, în niciun caz, nici gând, absolut deloc, cu siguranță nu, normal că nu, nu vreau, nu am, nu este, nu e, nu sunt, fals, incorect, ba nu, cred că nu, nu cred, probabil că nu, probabil nu, nu prea, nu chiar, nu tocmai',
  ),
  unsure: phrases(
    'poate, poate da, poate nu, poate că da, poate că nu, nu știu, nu stiu sigur, nu sunt sigur, nu sunt sigură, nu sigur, da și nu, și da și nu, da nu, nu da, da sau nu, depinde, nu e problemă, nu este problemă, nicio problemă, nici o problemă, n am idee, nu am idee, habar n am, greu de spus, uneori, câteodată, mi e indiferent, nu contează, nu încă, încă nu, nu întotdeauna, nu mereu, ba da, da dar, nu dar',
  ),
  soft: phrases(
    'cred că da, probabil, probabil că da, presupun că da, așa cred, cred că nu, nu cred, probabil că nu, probabil nu, nu prea, nu chiar, nu tocmai, niciodată, deloc, mereu, întotdeauna, vă rog, normal, adevărat, aha',
  ),
  negations: phrases('nu, n, nici, niciodată, fără, nimic, nimeni, niciun, nicio, deloc'),
  doubts: phrases('dar, însă, sau, ori, dacă, poate, uneori, depinde, decât, cu excepția, mai puțin, puțin, deși'),
  small: phrases(
    'vă rog, te rog, mulțumesc, mersi, ok, bine, păi, deci, hm, hmm, bună, bună ziua, salut, cred că, cred, aș zice, aș spune, aș spune că, zic, este, e, asta este, răspunsul meu este, răspunsul este, răspuns, aleg, am ales, vreau, aș vrea, prefer, pentru mine, eu, am, sunt, cam, aproximativ, circa, aproape, vreo, în jur de, pe la, la, în, pe, locuiesc în, de obicei, probabil, noi, avem, de, cea, cel',
  ),
  optionNouns: phrases('opțiunea, opțiune, varianta, variantă, numărul, număr, nr, răspunsul, alegerea, punctul, litera, cu numărul'),
  joins: phrases('și, plus, apoi, după aceea, precum și, de asemenea, cu, iar'),
  all: phrases('toate, tot, toți, pe toate, toate acestea, toate variantele, toate opțiunile, toate de mai sus, fiecare, ambele, amândouă'),
  preferNotToSay: phrases(
    'prefer să nu spun, prefer să nu răspund, prefer să nu zic, prefer să nu, aș prefera să nu spun, aș prefera să nu răspund, mai bine nu spun, mai bine nu, nu vreau să spun, nu vreau să răspund, nu doresc să spun, nu doresc să răspund, nu spun, nu vă spun, nu răspund, refuz să răspund, refuz, fără răspuns, e privat, este privat, privat, e personal, este personal, personal, e treaba mea, nu e treaba voastră, fără comentarii, nu comentez, mă abțin',
  ),
  ordinals: roOrdinals,
  ordinalEndings: phrases('lea, a, ul'),
  last: phrases('ultimul, ultima, cel din urmă, cea din urmă, ultimii, la urmă'),
  beforeLast: phrases('penultimul, penultima'),
  numbers: roNumbers,
  multipliers: roMultipliers,
  numberJoins: keyed(`tens: și
    thousands: de`),
  andAHalf: phrases('și jumătate, și ceva jumătate'),
  nothing: phrases(
    'niciunul, niciuna, niciunul dintre ele, niciuna dintre ele, niciunul dintre acestea, niciuna dintre acestea, niciun, nicio, nici unul, nici una, nimic, deloc, nimeni, niciodată, nici o dată',
  ),
  articles: phrases('un, o'),
  inexact: phrases(
    'peste, sub, mai, puțin, mult, minim, maxim, până, între, nu, minus, decât, înainte, după, jumătate, milion, milioane, procent, din, virgulă',
  ),
  gluedUnits: phrases('ani, an, luni, zile, ori, km, m, persoane, min, ore, h'),
  dateWords: roDateWords,
};
