import { numbered } from '../phrases.ts';

/** Romanian ordinals, in the forms that people use for places in a list and days of a month. */
export const roOrdinals = numbered(`1: primul, prima, întâi, primei, întâiul, întâia, primii
  2: al doilea, a doua, doilea
  3: al treilea, a treia, treilea, treia
  4: al patrulea, a patra, patrulea, patra
  5: al cincilea, a cincea, cincilea, cincea
  6: al șaselea, a șasea, șaselea, șasea
  7: al șaptelea, a șaptea, șaptelea, șaptea
  8: al optulea, a opta, optulea, opta
  9: al nouălea, a noua, nouălea
  10: al zecelea, a zecea, zecelea, zecea
  11: al unsprezecelea, a unsprezecea
  12: al doisprezecelea, a douăsprezecea`);

/** Romanian number words, inflected forms among them. */
export const roNumbers = numbered(`0: zero
  1: unu, una, unul
  2: doi, două, o pereche, doua
  3: trei
  4: patru
  5: cinci
  6: șase, jumătate de duzină
  7: șapte
  8: opt
  9: nouă
  10: zece
  11: unsprezece, unșpe
  12: doisprezece, douăsprezece, doișpe
  13: treisprezece, treișpe
  14: paisprezece, paișpe, patrusprezece
  15: cincisprezece, cinșpe, cincișpe
  16: șaisprezece, șaișpe, șasesprezece
  17: șaptesprezece, șapteșpe, șaptișpe
  18: optsprezece, optișpe, optâșpe
  19: nouăsprezece, nouășpe
  20: douăzeci
  30: treizeci
  40: patruzeci
  50: cincizeci
  60: șaizeci
  70: șaptezeci
  80: optzeci
  90: nouăzeci`);

/** Number words that multiply what stands before them. */
export const roMultipliers = numbered(`12: duzină, duzini
  100: sută, sute
  1000: mie, mii`);
