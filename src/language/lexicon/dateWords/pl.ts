import { keyed } from '../phrases.ts';

/** Polish words of dates: kind and value, then the words. The kinds are those of `dateTokens.ts` in hearing; `drop` words say nothing. */
export const plDateWords = keyed(`month 1: stycznia, styczeń, styczniu, sty
  month 2: lutego, luty, lutym, lut
  month 3: marca, marzec, marcu, mar
  month 4: kwietnia, kwiecień, kwietniu, kwi
  month 5: maja, maj, maju
  month 6: czerwca, czerwiec, czerwcu, cze
  month 7: lipca, lipiec, lipcu, lip
  month 8: sierpnia, sierpień, sierpniu, sie
  month 9: września, wrzesień, wrześniu, wrz
  month 10: października, październik, październiku, paź
  month 11: listopada, listopad, listopadzie, lis
  month 12: grudnia, grudzień, grudniu, gru
  weekday 1: poniedziałek, poniedziałku, poniedziałki
  weekday 2: wtorek, wtorku
  weekday 3: środa, środę, środy
  weekday 4: czwartek, czwartku
  weekday 5: piątek, piątku
  weekday 6: sobota, sobotę, soboty
  weekday 7: niedziela, niedzielę, niedzieli
  short 1: pon, pn
  short 2: wt, wto
  short 3: śr, śro
  short 4: czw, cz
  short 5: pt, pia
  short 6: sob, sb
  short 7: nd, ndz, niedz
  day -2: przedwczoraj
  day -1: wczoraj
  day 0: dziś, dzisiaj, dzis rano, dziś wieczorem
  day 1: jutro
  day 2: pojutrze
  unit day: dzień, dni, dnia
  unit week: tydzień, tygodnie, tygodni, tygodnia, tygodniu
  unit month: miesiąc, miesiące, miesięcy, miesiąca, miesiącu
  unit year: rok, lata, lat, roku
  vague 0: weekend, weekendu
  ago 0: temu
  ahead 0: za
  last 0: zeszły, zeszłą, zeszłego, zeszłej, zeszłym, ubiegły, ubiegłą, ubiegłego, ubiegłej, ubiegłym, poprzedni, poprzednią, poprzedniego, ostatni, ostatnią, miniony, minioną
  next 0: przyszły, przyszłą, przyszłego, przyszłej, przyszłym, następny, następną, następnego, następnej, następnym, kolejny, kolejną
  this 0: ten, tę, tą, tego, tej, ta, w tym, bieżący, bieżącego
  coming 0: najbliższy, najbliższą, najbliższego, nadchodzący, nadchodzącą
  feast 12-25: boże narodzenie, bożego narodzenia, pierwszy dzień świąt
  feast 12-26: drugi dzień świąt
  feast 12-24: wigilia, wigilię, wigilii
  feast 12-31: sylwester, sylwestra
  feast 01-01: nowy rok, nowego roku
  feast 11-01: wszystkich świętych
  feast easter+0: wielkanoc, niedziela wielkanocna, niedzielę wielkanocną
  feast easter+1: poniedziałek wielkanocny, lany poniedziałek
  feast easter-2: wielki piątek
  drop 0: w, we, dnia, r, roku, na, z, o, dniu`);
