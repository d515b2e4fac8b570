import { plMultipliers, plNumbers, plOrdinals } from './countingWords/pl.ts';
import { plDateWords } from './dateWords/pl.ts';
import type { Lexicon } from './lexicon.ts';
import { keyed, phrases } from './phrases.ts';

export const pl: Lexicon = {
  taught: { back: 'WSTECZ', skip: 'POMIN', pause: 'PAUZA', menu: 'MENU', help: '?', more: 'WIECEJ' },
  commands: {
    back: phrases(
      'wstecz, cofnij, cofnij się, wróć, wroc, powrót, poprzednie, poprzednie pytanie, do tyłu, wróć do poprzedniego, proszę cofnąć, cofnąć',
    ),
    skip: phrases(
      'pomiń, pomin, pomijam, pomiń to, pomiń pytanie, pomiń to pytanie, proszę pominąć, pominąć, przeskocz, dalej, następne, następne pytanie, kolejne pytanie, przejdź dalej',
    ),
    pause: phrases(
      'pauza, przerwa, później, na później, potem, nie teraz, innym razem, dokończę później, wrócę później, zrobię to później, kiedy indziej',
    ),
    menu: phrases(
      'menu, menu główne, główne menu, do menu, pokaż menu, od nowa, zacznij od nowa, od początku, start od nowa, strona główna',
    ),
    help: phrases(
      'pomoc, pomocy, pomóż, pomóż mi, proszę o pomoc, informacje, informacja, co możesz zrobić, co umiesz, co mogę zrobić, co mam robić, jak to działa, nie rozumiem, co to jest, instrukcja, polecenia, co',
    ),
    more: phrases('więcej, pokaż więcej, więcej proszę, czytaj więcej, więcej informacji, szczegóły, kontynuuj, następna strona'),
  },
  optOut: {
    asks: phrases(
      'stop, przestań, przestańcie, proszę przestać, przestać, wypisz, wypiszcie, wypisać, wypisz mnie, wypisuję się, chcę się wypisać, nie pisz, nie piszcie, nie pisać, nie wysyłaj, nie wysyłajcie, nie wysyłać, nie przysyłaj, nie przysyłajcie, nie kontaktuj się, nie kontaktujcie się, rezygnuję, zrezygnuj, chcę zrezygnować, usuń mnie, usuńcie mnie, proszę mnie usunąć, usuń mój numer, usuńcie mój numer, usunąć mój numer, dajcie mi spokój, daj mi spokój, koniec wiadomości, koniec smsów, anuluj subskrypcję, anuluj subskrypcje, zatrzymaj, zatrzymajcie',
    ),
    before: phrases(
      'proszę, prosze, ok, dobra, hej, cześć, dzień, dobry, witam, już, ja, mnie, chcę, chciałbym, chciałabym, się, to, natychmiast, więcej, i, możecie, możesz, czy',
    ),
    after: phrases(
      'proszę, dziękuję, dzięki, już, teraz, więcej, mnie, mi, do, nam, ze, z, wami, mną, pisać, pisania, wysyłać, wysyłania, przysyłać, wiadomości, wiadomość, smsy, smsów, sms, sms y, te, tych, tego, to, natychmiast, listy, tej, waszej, bazy, się, numer, mój, nigdy, w, ogóle, wszystko',
    ),
  },
  yes: phrases(
    'tak, t, ta, no tak, jasne, oczywiście, oczywiście że tak, pewnie, pewnie że tak, zgoda, zgadzam się, dobrze, dobra, okej, ok, oki, owszem, racja, tak proszę, proszę, tak jest, chętnie, z chęcią, jak najbardziej, potwierdzam, mhm, aha, zawsze, tak zgadzam się, tak oczywiście, no jasne, no pewnie, prawda, zdecydowanie, zdecydowanie tak, chyba tak, raczej tak, tak sądzę, tak myślę, myślę że tak, prawdopodobnie, pewno tak, niech będzie',
  ),
  no: phrases(
    'nie, n, nie nie, nie dziękuję, nie dzięki, dziękuję nie, nigdy, skąd, skądże, ależ skąd, absolutnie nie, w życiu, nie zgadzam się, oczywiście że nie, jasne że nie, wcale, wcale nie, w ogóle, zdecydowanie nie, no nie, nieprawda, nic z tego, nie chcę, nie mam, nie jestem, nie byłem, nie byłam, raczej nie, chyba nie, nie bardzo, nie za bardzo, nie sądzę, nie wydaje mi się, myślę że nie, prawdopodobnie nie, niezbyt',
  ),
  unsure: phrases(
    'no, no i, może, może tak, może nie, być może, nie wiem, nie jestem pewien, nie jestem pewna, nie mam pewności, tak i nie, i tak i nie, trochę tak trochę nie, tak nie, nie tak, trudno powiedzieć, ciężko powiedzieć, nie ma problemu, nie ma sprawy, nie mam pojęcia, nie mam zdania, zależy, to zależy, czasami, czasem, wszystko jedno, obojętnie, niekoniecznie, nie zawsze, jeszcze nie, tak ale, nie ale',
  ),
  soft: phrases(
    'chyba tak, raczej tak, tak sądzę, tak myślę, myślę że tak, prawdopodobnie, pewno tak, niech będzie, zawsze, prawda, racja, proszę, raczej nie, chyba nie, nie bardzo, nie za bardzo, nie sądzę, nie wydaje mi się, myślę że nie, prawdopodobnie nie, niezbyt, nigdy, ta, wcale, w ogóle, skąd, aha',
  ),
  negations: phrases('nie, ani, nigdy, bez, nic, nikt, żaden, żadna, wcale'),
  doubts: phrases('ale, lub, albo, jeśli, jeżeli, chyba, może, oprócz, czasami, czasem, zależy, niż, mniej, chociaż'),
  small: phrases(
    'proszę, prosze, poproszę, dziękuję, dzięki, ok, dobrze, dobra, no, hm, hmm, cześć, dzień dobry, myślę że, myślę, sądzę że, powiedziałbym, powiedziałabym, powiedziałbym że, to, to jest, jest to, moja odpowiedź to, odpowiedź, odpowiedź to, wybieram, wybrałem, wybrałam, biorę, chcę, chciałbym, chciałabym, wolę, dla mnie, ja, mam, jestem, jakieś, około, ok., prawie, mniej więcej, chyba, po prostu, w, na, mieszkam w, mieszkam, raczej, zwykle, zazwyczaj, my, mamy, no to, niech będzie, więc, a',
  ),
  optionNouns: phrases('opcja, opcję, numer, nr, odpowiedź, wybór, pozycja, punkt, pytanie, litera'),
  joins: phrases('i, oraz, a także, także, plus, potem, następnie, też, a potem, jak i, a, z'),
  all: phrases('wszystkie, wszystko, wszystkie z nich, wszystkie opcje, wszystkie powyższe, każde, każda, każdy, całość, obie, oba, oboje'),
  preferNotToSay: phrases(
    'wolę nie mówić, wolałbym nie mówić, wolałabym nie mówić, wolę nie odpowiadać, wolałbym nie odpowiadać, wolałabym nie odpowiadać, wolę nie podawać, wolę tego nie podawać, wolę nie powiedzieć, wolę nie, nie chcę mówić, nie chcę odpowiadać, nie chcę podawać, nie chcę powiedzieć, nie chcę o tym mówić, nie chcę tego podawać, nie podam, nie powiem, nie odpowiem, odmawiam odpowiedzi, odmawiam, bez odpowiedzi, brak odpowiedzi, to prywatne, to prywatna sprawa, prywatne, to moja sprawa, nie wasza sprawa, nie twoja sprawa, bez komentarza',
  ),
  ordinals: plOrdinals,
  ordinalEndings: phrases('szy, sza, sze, gi, ga, gie, ci, cia, cie, ty, ta, te, my, ma, me, go, ego, szego, giego'),
  last: phrases('ostatni, ostatnia, ostatnie, ostatnią, na końcu, na samym końcu'),
  beforeLast: phrases('przedostatni, przedostatnia, przedostatnie, przedostatnią'),
  numbers: plNumbers,
  multipliers: plMultipliers,
  numberJoins: keyed(''),
  andAHalf: phrases('i pół'),
  nothing: phrases(
    'żaden, żadna, żadne, żaden z nich, żadna z nich, żadne z nich, żadne z powyższych, żadne z tych, żadnego, żadnej, nic, nikt, brak, wcale, ani jeden, ani jedna, ani jednego, ani razu, nigdy',
  ),
  articles: phrases(''),
  inexact: phrases(
    'ponad, powyżej, poniżej, mniej, więcej, najmniej, najwięcej, do, od, między, nie, minus, niż, przed, po, pół, milion, miliony, milionów, procent, z, przecinek, prawie nie',
  ),
  gluedUnits: phrases('lat, lata, rok, l, km, m, dni, razy, osób, osoby, min, godz, h'),
  dateWords: plDateWords,
};
