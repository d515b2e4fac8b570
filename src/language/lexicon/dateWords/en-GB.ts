import { keyed } from '../phrases.ts';

/** English words of dates: kind and value, then the words. The kinds are those of `dateTokens.ts` in hearing; `drop` words say nothing. */
export const enGBDateWords = keyed(`month 1: january, jan
  month 2: february, feb, febuary
  month 3: march, mar
  month 4: april, apr
  month 5: may
  month 6: june, jun
  month 7: july, jul
  month 8: august, aug
  month 9: september, sept, sep
  month 10: october, oct
  month 11: november, nov
  month 12: december, dec
  weekday 1: monday
  weekday 2: tuesday
  weekday 3: wednesday, wensday, wednseday
  weekday 4: thursday
  weekday 5: friday
  weekday 6: saturday
  weekday 7: sunday
  short 1: mon
  short 2: tue, tues
  short 3: wed, weds
  short 4: thu, thur, thurs
  short 5: fri
  short 6: sat
  short 7: sun
  day -2: day before yesterday, the day before yesterday
  day -1: yesterday, yday, yesterdays
  day 0: today, 2 day, todays, tonight, this morning, this afternoon, this evening
  day 1: tomorrow, tmrw, tmw, tomo, 2 moro, 2 morrow, tomoz
  day 2: day after tomorrow, the day after tomorrow
  unit day: day, days
  unit week: week, weeks, wk, wks
  unit fortnight: fortnight, fortnights
  unit month: month, months
  unit year: year, years, yr, yrs
  vague 0: weekend, weekends, in the week, during the week, in the day, in the month, in the year, the other day
  ago 0: ago
  ahead 0: in, from now, time, hence, from today, later
  after 0: from, after
  before 0: before
  last 0: last, past, previous
  next 0: next, following
  this 0: this
  coming 0: coming, this coming, upcoming, this upcoming, next coming
  beforelast 0: before last
  feast 12-25: christmas day, christmas, xmas, xmas day
  feast 12-24: christmas eve, xmas eve
  feast 12-26: boxing day
  feast 01-01: new years day, new year, new years, new year day
  feast 12-31: new years eve, new year eve, nye
  feast 10-31: halloween
  feast 11-05: bonfire night, guy fawkes night
  feast 02-14: valentines day
  feast easter+0: easter sunday, easter day, easter
  feast easter+1: easter monday
  feast easter-2: good friday
  drop 0: day of, day in, the, of, on, a, an, date, dated, one, and, born, my birthday is, my birthday, it was, went, came, there`);
