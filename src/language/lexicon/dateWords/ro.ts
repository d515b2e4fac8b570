import { keyed } from '../phrases.ts';

/** Romanian words of dates: kind and value, then the words. The kinds are those of `dateTokens.ts` in hearing; `drop` words say nothing. */
export const roDateWords = keyed(`month 1: ianuarie, ian
  month 2: februarie, feb, febr
  month 3: martie, mart, mar
  month 4: aprilie, apr
  month 5: mai
  month 6: iunie, iun
  month 7: iulie, iul
  month 8: august, aug
  month 9: septembrie, sept, sep
  month 10: octombrie, oct
  month 11: noiembrie, nov
  month 12: decembrie, dec
  mondayormonths 1: luni
  weekday 1: lunea
  weekday 2: marți, marțea, marția
  weekday 3: miercuri, miercurea
  weekday 4: joi, joia
  weekday 5: vineri, vinerea
  weekday 6: sâmbătă, sâmbăta
  weekday 7: duminică, duminica
  short 1: lun
  short 5: vin
  short 6: sâm
  short 7: dum
  day -2: alaltăieri
  day -1: ieri
  day 0: azi, astăzi, diseară, azi dimineață
  day 1: mâine
  day 2: poimâine
  unit day: zi, zile, ziua
  unit week: săptămână, săptămâni, săptămâna
  unit month: lună, lunile, luna
  unit year: an, ani, anul
  vague 0: weekend, weekendul, week end, week endul
  ago 0: acum, în urmă cu, în urmă
  ahead 0: peste, în
  last 0: trecută, trecut, trecuta, anterioară, precedentă, ultima
  next 0: viitoare, viitor, următoare, următoarea, următor, următorul
  this 0: aceasta, această, asta, acest, acesta, ăsta, curentă, curent
  coming 0: care vine
  feast 12-25: crăciun, crăciunul, de crăciun, ziua de crăciun
  feast 12-24: ajunul crăciunului, ajun, ajunul
  feast 12-31: revelion, revelionul, ajunul anului nou
  feast 01-01: anul nou, ziua de anul nou
  nthbefore 0: pe
  drop 0: de, din, la, ziua, ziua de, data, data de, a, al, o, un, lui`);
