import { numbered } from '../phrases.ts';

/** Polish ordinals, in the forms that people use for places in a list and days of a month. */
export const plOrdinals = numbered(`1: pierwszy, pierwsza, pierwsze, pierwszą, pierwszego, pierwszej, pierwszym
  2: drugi, druga, drugie, drugą, drugiego, drugiej, drugim
  3: trzeci, trzecia, trzecie, trzecią, trzeciego, trzeciej, trzecim
  4: czwarty, czwarta, czwarte, czwartą, czwartego, czwartej
  5: piąty, piąta, piąte, piątą, piątego, piątej
  6: szósty, szósta, szóste, szóstą, szóstego, szóstej
  7: siódmy, siódma, siódme, siódmą, siódmego, siódmej
  8: ósmy, ósma, ósme, ósmą, ósmego, ósmej
  9: dziewiąty, dziewiąta, dziewiąte, dziewiątą, dziewiątego, dziewiątej
  10: dziesiąty, dziesiąta, dziesiąte, dziesiątą, dziesiątego
  11: jedenasty, jedenasta, jedenaste, jedenastego
  12: dwunasty, dwunasta, dwunaste, dwunastego
  13: trzynasty, trzynasta, trzynastego
  14: czternasty, czternasta, czternastego
  15: piętnasty, piętnasta, piętnastego
  16: szesnasty, szesnasta, szesnastego
  17: siedemnasty, siedemnasta, siedemnastego
  18: osiemnasty, osiemnasta, osiemnastego
  19: dziewiętnasty, dziewiętnasta, dziewiętnastego
  20: dwudziesty, dwudziesta, dwudziestego
  21: dwudziesty pierwszy, dwudziestego pierwszego
  22: dwudziesty drugi, dwudziestego drugiego
  23: dwudziesty trzeci, dwudziestego trzeciego
  24: dwudziesty czwarty, dwudziestego czwartego
  25: dwudziesty piąty, dwudziestego piątego
  26: dwudziesty szósty, dwudziestego szóstego
  27: dwudziesty siódmy, dwudziestego siódmego
  28: dwudziesty ósmy, dwudziestego ósmego
  29: dwudziesty dziewiąty, dwudziestego dziewiątego
  30: trzydziesty, trzydziesta, trzydziestego
  31: trzydziesty pierwszy, trzydziestego pierwszego`);

/** Polish number words, inflected forms among them. */
export const plNumbers = numbered(`0: zero
  1: jeden, jedna, jedno, jednego, jednej, jedną, raz
  2: dwa, dwie, dwóch, dwoje, dwaj, dwu, para, parę, dwójka
  3: trzy, trzech, troje, trzej, trójka
  4: cztery, czterech, czworo, czterej, czwórka
  5: pięć, pięciu, pięcioro
  6: sześć, sześciu, sześcioro, pół tuzina
  7: siedem, siedmiu, siedmioro
  8: osiem, ośmiu, ośmioro
  9: dziewięć, dziewięciu, dziewięcioro
  10: dziesięć, dziesięciu
  11: jedenaście, jedenastu
  12: dwanaście, dwunastu
  13: trzynaście, trzynastu
  14: czternaście, czternastu
  15: piętnaście, piętnastu
  16: szesnaście, szesnastu
  17: siedemnaście, siedemnastu
  18: osiemnaście, osiemnastu
  19: dziewiętnaście, dziewiętnastu
  20: dwadzieścia, dwudziestu
  30: trzydzieści, trzydziestu
  40: czterdzieści, czterdziestu
  50: pięćdziesiąt, pięćdziesięciu
  60: sześćdziesiąt, sześćdziesięciu
  70: siedemdziesiąt, siedemdziesięciu
  80: osiemdziesiąt, osiemdziesięciu
  90: dziewięćdziesiąt, dziewięćdziesięciu
  100: sto, stu
  200: dwieście, dwustu
  300: trzysta, trzystu
  400: czterysta, czterystu
  500: pięćset, pięciuset
  600: sześćset, sześciuset
  700: siedemset, siedmiuset
  800: osiemset, ośmiuset
  900: dziewięćset, dziewięciuset
  1.5: półtora, półtorej`);

/** Number words that multiply what stands before them. */
export const plMultipliers = numbered(`12: tuzin, tuziny, tuzinów
  1000: tysiąc, tysiące, tysięcy, tysiąca`);
