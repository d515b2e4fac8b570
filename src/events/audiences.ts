/** Whom an event is for. What is for nobody in particular names none. */
export const audiences = ['toddlers', 'children', 'teenagers', 'families', 'adults', 'older'] as const;
export type Audience = (typeof audiences)[number];

/** Ages at which each begins and ends, for feeds that give ages instead of names. Years; the end is not included. */
const ages: Readonly<Record<Exclude<Audience, 'families'>, readonly [from: number, to: number]>> = {
  toddlers: [0, 5],
  children: [5, 12],
  teenagers: [12, 18],
  adults: [18, 60],
  older: [60, 120],
};

/** Whom an event for these ages is for. One for nearly every age is for nobody in particular. */
export function audiencesOfAges(from = 0, to = 120): readonly Audience[] {
  const found = (Object.keys(ages) as (keyof typeof ages)[]).filter((audience) => from < ages[audience][1] && to >= ages[audience][0]);
  return found.length >= 4 ? [] : found;
}

/** English words in titles, categories and audience columns. Beginnings of words: "toddler" is in "Toddlers". */
const named: readonly (readonly [Audience, RegExp])[] = [
  ['toddlers', /\b(toddler|bab(y|ies)|under[- ]?(5|five)s?|pre-?school|rhyme ?time|stay and play)/i],
  ['children', /\b(child|kids?\b|junior|primary|lego club)/i],
  ['teenagers', /\b(teen|young people|youth|11-18)/i],
  ['families', /\b(famil)/i],
  ['adults', /\badults?\b/i],
  ['older', /\b(older|over[- ]?(50|55|60|65)s?|seniors?\b|pensioner|retired)/i],
];

/** Whom the words name. */
export function audiencesNamed(words: string): readonly Audience[] {
  return named.filter(([, pattern]) => pattern.test(words)).map(([audience]) => audience);
}
