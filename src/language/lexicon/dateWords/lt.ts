import { keyed } from '../phrases.ts';

/** Lithuanian words of dates: kind and value, then the words. The kinds are those of `dateTokens.ts` in hearing; `drop` words say nothing. */
export const ltDateWords = keyed(`month 1: sausio, sausis, sausį, saus
  month 2: vasario, vasaris, vasarį, vas
  month 3: kovo, kovas, kovą, kov
  month 4: balandžio, balandis, balandį, bal
  month 5: gegužės, gegužė, gegužę, geg
  month 6: birželio, birželis, birželį, birž
  month 7: liepos, liepa, liepą, liep
  month 8: rugpjūčio, rugpjūtis, rugpjūtį, rugp
  month 9: rugsėjo, rugsėjis, rugsėjį, rugs
  month 10: spalio, spalis, spalį, spal
  month 11: lapkričio, lapkritis, lapkritį, lapkr
  month 12: gruodžio, gruodis, gruodį, gruod
  weekday 1: pirmadienis, pirmadienį, pirmadienio
  weekday 2: antradienis, antradienį, antradienio
  weekday 3: trečiadienis, trečiadienį, trečiadienio
  weekday 4: ketvirtadienis, ketvirtadienį, ketvirtadienio
  weekday 5: penktadienis, penktadienį, penktadienio
  weekday 6: šeštadienis, šeštadienį, šeštadienio
  weekday 7: sekmadienis, sekmadienį, sekmadienio
  short 1: pirm
  short 2: antr
  short 3: treč
  short 4: ketv
  short 5: penkt
  short 6: šešt
  short 7: sekm
  day -2: užvakar
  day -1: vakar
  day 0: šiandien, šiandiena, šįryt, šįvakar
  day 1: rytoj, ryt
  day 2: poryt
  unit day: diena, dienos, dienas, dienų, dieną
  unit week: savaitė, savaitę, savaitės, savaites, savaičių
  unit month: mėnuo, mėnesį, mėnesio, mėnesiai, mėnesius, mėnesių
  unit year: metai, metus, metų
  vague 0: savaitgalis, savaitgalį
  ago 0: prieš
  ahead 0: po, už
  last 0: praėjusį, praėjusią, praėjęs, praėjusio, praeitą, praeitas, paskutinį
  next 0: kitą, kitas, kito, kitos, būsimą, sekantį
  this 0: šį, šią, šis, šio, šios, ši
  coming 0: artimiausią, ateinantį, artėjantį
  feast 12-25: kalėdos, kalėdas, per kalėdas, kalėdų
  feast 12-24: kūčios, kūčias, per kūčias, kūčių
  feast 01-01: naujieji metai, naujuosius metus
  feast 12-31: naujųjų metų išvakarės, naujųjų išvakarės
  feast 06-24: joninės, jonines, per jonines
  feast easter+0: velykos, velykas, per velykas
  feast easter+1: antroji velykų diena
  nthafter 0: d
  drop 0: m, per, į, men, mėn`);
