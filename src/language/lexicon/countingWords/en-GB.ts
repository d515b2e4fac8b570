import { numbered } from '../phrases.ts';

/** English ordinals, in the forms that people use for places in a list and days of a month. */
export const enGBOrdinals = numbered(`1: first, 1st, top, firstly
  2: second, 2nd, secondly
  3: third, 3rd, thirdly
  4: fourth, forth
  5: fifth, fith
  6: sixth
  7: seventh
  8: eighth, eigth
  9: ninth, nineth
  10: tenth
  11: eleventh
  12: twelfth, twelvth
  13: thirteenth
  14: fourteenth
  15: fifteenth
  16: sixteenth
  17: seventeenth
  18: eighteenth
  19: nineteenth
  20: twentieth
  21: twenty first
  22: twenty second
  23: twenty third
  24: twenty fourth
  25: twenty fifth
  26: twenty sixth
  27: twenty seventh
  28: twenty eighth
  29: twenty ninth
  30: thirtieth
  31: thirty first`);

/** English number words, inflected forms among them. */
export const enGBNumbers = numbered(`0: zero, nought, naught, nil
  1: one, once
  2: two, couple, twice, pair
  3: three, thrice
  4: four
  5: five
  6: six, half a dozen, half dozen
  7: seven
  8: eight
  9: nine
  10: ten
  11: eleven
  12: twelve
  13: thirteen
  14: fourteen
  15: fifteen
  16: sixteen
  17: seventeen
  18: eighteen
  19: nineteen
  20: twenty
  30: thirty
  40: forty, fourty
  50: fifty
  60: sixty
  70: seventy
  80: eighty
  90: ninety, ninty`);

/** Number words that multiply what stands before them. */
export const enGBMultipliers = numbered(`12: dozen, dozens
  20: score
  100: hundred
  1000: thousand, grand`);
