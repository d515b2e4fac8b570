import { ltMultipliers, ltNumbers, ltOrdinals } from './countingWords/lt.ts';
import { ltDateWords } from './dateWords/lt.ts';
import type { Lexicon } from './lexicon.ts';
import { keyed, phrases } from './phrases.ts';

export const lt: Lexicon = {
  taught: { back: 'ATGAL', skip: 'PRALEISTI', pause: 'PAUZE', menu: 'MENIU', help: '?', more: 'DAUGIAU' },
  commands: {
    back: phrases(
      'atgal, grįžti, grįžk, grįžti atgal, grįžkite, eiti atgal, ankstesnis, ankstesnis klausimas, į ankstesnį klausimą, prašau atgal',
    ),
    skip: phrases(
      'praleisti, praleisk, praleiskite, praleidžiu, praleisti klausimą, praleisti šį klausimą, toliau, kitas klausimas, kitą klausimą, peršokti, eiti toliau',
    ),
    pause: phrases(
      'pauzė, vėliau, ne dabar, kitą kartą, baigsiu vėliau, tęsiu vėliau, grįšiu vėliau, paskui, padaryti pertrauką, pertrauka',
    ),
    menu: phrases('meniu, pagrindinis meniu, į meniu, rodyti meniu, iš naujo, pradėti iš naujo, nuo pradžių, pradžia'),
    help: phrases(
      'pagalba, pagalbos, padėkite, padėk, padėk man, padėkite man, reikia pagalbos prašau, informacija, ką gali, ką galite, ką tu gali, ką galiu daryti, ką daryti, kaip tai veikia, nesuprantu, kas tai, instrukcija, komandos, ką',
    ),
    more: phrases('daugiau, rodyti daugiau, daugiau informacijos, skaityti daugiau, plačiau, išsamiau, tęsti, kitas puslapis'),
  },
  optOut: {
    asks: phrases(
      'stop, nustok, nustokit, nustokite, liaukitės, liaukis, baikite rašyti, baik rašyti, atsisakau, atsisakyti, noriu atsisakyti, atsisakau žinučių, nebesiųskite, nebesiųsk, nesiųskite, nesiųsk, nebesiųsti, neberašykite, neberašyk, nerašykite, nerašyk, nerašykite man, netrukdykite, nebenoriu žinučių, nenoriu žinučių, nebenoriu gauti, nenoriu gauti, sustabdykite, sustabdyk, stabdyti, išbraukite mane, išbrauk mane, pašalinkite mane, pašalinkite mano numerį, ištrinkite mane, ištrinkite mano numerį, atsisakau prenumeratos, atšaukti prenumeratą, atšaukite prenumeratą, palikite mane ramybėje, palik mane ramybėje, nesusisiekite, nebesusisiekite, nekontaktuokite',
    ),
    before: phrases('prašau, prašom, ok, gerai, labas, sveiki, diena, laba, jau, dabar, aš, noriu, norėčiau, tuoj, ir, gal, galite'),
    after: phrases(
      'prašau, ačiū, dabar, jau, man, mums, rašyti, rašę, siųsti, siuntinėti, žinutes, žinučių, žinutės, sms, pranešimų, pranešimus, daugiau, niekada, iš, sąrašo, šių, šias, tų, visų, visko, tuoj, pat, nedelsiant, su, manimi, šito, to, prenumeratos, nieko',
    ),
  },
  yes: phrases(
    'taip, t, taip taip, žinoma, aišku, be abejo, gerai, sutinku, jo, joo, tikrai, tikrai taip, teisingai, tiesa, taip prašau, prašau, būtinai, mielai, ok, okay, oki, žinoma kad taip, aišku kad taip, visada, patvirtinu, aha, mhm, taip sutinku, taip žinoma, manau taip, manau kad taip, turbūt, turbūt taip, tikriausiai, tikriausiai taip, gal taip, ko gero taip, ko gero',
  ),
  no: phrases(
    'ne, n, ne ne, ne ačiū, ačiū ne, niekada, nesutinku, tikrai ne, žinoma ne, žinoma kad ne, aišku ne, aišku kad ne, jokiu būdu, nieku gyvu, visai ne, visiškai ne, neteisingai, netiesa, neturiu, nenoriu, nesu, neduok dieve, nelabai, manau ne, manau kad ne, nemanau, turbūt ne, tikriausiai ne, ko gero ne, vargu, vargu ar',
  ),
  unsure: phrases(
    'nu, gal, galbūt, gal ne, nežinau, nesu tikras, nesu tikra, nežinau tikrai, ir taip ir ne, taip ir ne, taip ne, ne taip, taip arba ne, priklauso, nėra problemų, nėra problemos, nieko tokio, neturiu nuomonės, sunku pasakyti, kartais, man vis tiek, vis tiek, nesvarbu, dar ne, ne visada, taip bet, ne bet',
  ),
  soft: phrases(
    'manau taip, manau kad taip, turbūt, turbūt taip, tikriausiai, tikriausiai taip, gal taip, ko gero taip, ko gero, nelabai, manau ne, manau kad ne, nemanau, turbūt ne, tikriausiai ne, ko gero ne, vargu, vargu ar, visada, niekada, prašau, tiesa, aha',
  ),
  negations: phrases('ne, nei, niekada, be, nieko, niekas, joks, jokia, nėra, visai'),
  doubts: phrases('bet, arba, ar, jei, jeigu, gal, galbūt, kartais, priklauso, nei, mažiau, išskyrus, nors, tačiau'),
  small: phrases(
    'prašau, prašom, ačiū, dėkoju, ok, gerai, na, nu, tai, hm, labas, laba diena, sveiki, manau, manau kad, sakyčiau, sakyčiau kad, tai yra, yra, mano atsakymas, mano atsakymas yra, atsakymas, renkuosi, pasirenku, noriu, norėčiau, imu, man, aš, turiu, esu, apie, maždaug, beveik, gyvenu, dažniausiai, paprastai, mes, turime, tikriausiai',
  ),
  optionNouns: phrases('variantas, variantą, numeris, numerį, nr, atsakymas, atsakymą, pasirinkimas, pasirinkimą, punktas, raidė'),
  joins: phrases('ir, bei, plius, paskui, po to, taip pat, tada, su, o'),
  all: phrases('visi, visos, visus, visas, viskas, viską, visi variantai, visi išvardyti, visus variantus, kiekvienas, abu, abi'),
  preferNotToSay: phrases(
    'nenoriu sakyti, nenoriu atsakyti, nenoriu atsakinėti, nenorėčiau sakyti, nenorėčiau atsakyti, nenoriu nurodyti, nenorėčiau nurodyti, nepageidauju atsakyti, nepageidauju nurodyti, nepageidauju sakyti, nesakysiu, neatsakysiu, geriau nesakysiu, geriau neatsakysiu, verčiau nesakysiu, verčiau nesakyti, geriau nesakyti, pageidauju neatsakyti, pageidauju nesakyti, atsisakau atsakyti, be atsakymo, be komentarų, tai privatu, privatu, tai asmeniška, asmeniška, tai mano reikalas, ne jūsų reikalas, ne tavo reikalas',
  ),
  ordinals: ltOrdinals,
  ordinalEndings: phrases('as, a, ta, tas, oji, asis, ą, ąją'),
  last: phrases('paskutinis, paskutinė, paskutinį, paskutinę, paskutinysis, paskutinioji, pats paskutinis'),
  beforeLast: phrases('priešpaskutinis, priešpaskutinė, priešpaskutinį, priešpaskutinę'),
  numbers: ltNumbers,
  multipliers: ltMultipliers,
  numberJoins: keyed(''),
  andAHalf: phrases('su puse, ir pusė'),
  nothing: phrases(
    'nė vieno, nei vieno, nė vienas iš jų, nei vienas iš jų, nė viena iš jų, nė vienas iš šių, nė vieno iš jų, nė vienas, nei vienas, nė viena, nei viena, nė vienos, nieko, niekas, nulis, niekada, nė karto',
  ),
  articles: phrases(''),
  inexact: phrases(
    'virš, daugiau, mažiau, mažiausiai, daugiausiai, iki, nuo, tarp, ne, minus, nei, prieš, po, pusė, milijonas, milijonai, milijonų, procentų, iš, kablelis',
  ),
  gluedUnits: phrases('m, metai, metų, metu, km, d, dienos, dienų, kartus, kartų, min, val, h'),
  dateWords: ltDateWords,
};
