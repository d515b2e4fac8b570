import { numbered } from '../phrases.ts';

/** Lithuanian ordinals, in the forms that people use for places in a list and days of a month. */
export const ltOrdinals = numbered(`1: pirmas, pirma, pirmą, pirmasis, pirmoji, pirmąją, pirmąjį, pirmo, pirmos
  2: antras, antra, antrą, antrasis, antroji, antrąją, antrąjį, antro, antros
  3: trečias, trečia, trečią, trečiasis, trečioji, trečiąją, trečio, trečios
  4: ketvirtas, ketvirta, ketvirtą, ketvirtasis, ketvirtoji, ketvirtąją, ketvirto, ketvirtos
  5: penktas, penkta, penktą, penktasis, penktoji, penktąją, penkto, penktos
  6: šeštas, šešta, šeštą, šeštasis, šeštoji, šešto, šeštos
  7: septintas, septinta, septintą, septintasis, septintoji, septinto
  8: aštuntas, aštunta, aštuntą, aštuntasis, aštuntoji, aštunto
  9: devintas, devinta, devintą, devintasis, devintoji, devinto
  10: dešimtas, dešimta, dešimtą
  11: vienuoliktas, vienuolikta, vienuoliktą
  12: dvyliktas, dvylikta, dvyliktą
  13: tryliktas, trylikta, tryliktą
  14: keturioliktas, keturiolikta, keturioliktą
  15: penkioliktas, penkiolikta, penkioliktą
  16: šešioliktas, šešiolikta, šešioliktą
  17: septynioliktas, septyniolikta, septynioliktą
  18: aštuonioliktas, aštuoniolikta, aštuonioliktą
  19: devynioliktas, devyniolikta, devynioliktą
  20: dvidešimtas, dvidešimta, dvidešimtą
  21: dvidešimt pirma, dvidešimt pirmą
  22: dvidešimt antra, dvidešimt antrą
  23: dvidešimt trečia, dvidešimt trečią
  24: dvidešimt ketvirta, dvidešimt ketvirtą
  25: dvidešimt penkta, dvidešimt penktą
  26: dvidešimt šešta, dvidešimt šeštą
  27: dvidešimt septinta, dvidešimt septintą
  28: dvidešimt aštunta, dvidešimt aštuntą
  29: dvidešimt devinta, dvidešimt devintą
  30: trisdešimtas, trisdešimta, trisdešimtą
  31: trisdešimt pirma, trisdešimt pirmą`);

/** Lithuanian number words, inflected forms among them. */
export const ltNumbers = numbered(`0: nulis, nulio
  1: vienas, viena, vieną, vieno, vienos, vieneri, kartą
  2: du, dvi, dviejų, dveji, dvejus, dvejų, pora, porą, dukart
  3: trys, tris, trijų, treji, trejus, trejų
  4: keturi, keturios, keturis, keturias, keturių, ketveri, ketverius, ketverių
  5: penki, penkios, penkis, penkias, penkių, penkeri, penkerius, penkerių
  6: šeši, šešios, šešis, šešias, šešių, šešeri, šešerius, pusė tuzino
  7: septyni, septynios, septynis, septynias, septynių, septyneri, septynerius
  8: aštuoni, aštuonios, aštuonis, aštuonias, aštuonių, aštuoneri, aštuonerius
  9: devyni, devynios, devynis, devynias, devynių, devyneri, devynerius
  10: dešimt, dešimtis, dešimties, dešimtį
  11: vienuolika, vienuolikos, vienuoliką
  12: dvylika, dvylikos, dvyliką
  13: trylika, trylikos, tryliką
  14: keturiolika, keturiolikos, keturioliką
  15: penkiolika, penkiolikos, penkioliką
  16: šešiolika, šešiolikos, šešioliką
  17: septyniolika, septyniolikos, septynioliką
  18: aštuoniolika, aštuoniolikos, aštuonioliką
  19: devyniolika, devyniolikos, devynioliką
  20: dvidešimt, dvidešimties
  30: trisdešimt, trisdešimties
  40: keturiasdešimt, keturiasdešimties
  50: penkiasdešimt, penkiasdešimties
  60: šešiasdešimt, šešiasdešimties
  70: septyniasdešimt, septyniasdešimties
  80: aštuoniasdešimt, aštuoniasdešimties
  90: devyniasdešimt, devyniasdešimties
  1.5: pusantro, pusantrų, pusantros`);

/** Number words that multiply what stands before them. */
export const ltMultipliers = numbered(`12: tuzinas, tuzinai, tuzinų, tuziną
  100: šimtas, šimtą, šimto, šimtai, šimtus, šimtų
  1000: tūkstantis, tūkstantį, tūkstančio, tūkstančiai, tūkstančius, tūkstančių`);
