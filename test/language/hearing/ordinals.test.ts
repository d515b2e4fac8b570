import { hearOrdinal } from '#language/hearing/ordinals.ts';
import { type Language, languages } from '#language/languages.ts';

/** Of a list of five. */
const heard: Record<Language, readonly (readonly [number, string])[]> = {
  'en-GB': [
    [1, 'first|the first|1st|first one|The first one please|the 1st option|top one'],
    [2, "second|the second one|2nd|2nd one|I'd say the second|second option please|I'll take the second one"],
    [3, 'third|3rd|the third'],
    [4, 'fourth|4th|one before last|the one before last|second last|penultimate|last but one|next to last|second from last'],
    [5, 'last|the last one|final one|5th|bottom one|fifth'],
  ],
  pl: [
    [1, 'pierwszy|pierwsza|pierwsze|pierwszą|1-szy|first'],
    [2, 'drugi|druga|drugie|drugą|druga opcja|2-gi|2ga|poproszę drugą|second'],
    [3, 'trzeci|trzecia|trzecią|3-ci'],
    [4, 'czwarty|czwarta|przedostatni|przedostatnia'],
    [5, 'ostatni|ostatnia|ostatnią|piąty|piaty'],
  ],
  ro: [
    [1, 'primul|prima|prima opțiune|întâi|first'],
    [2, 'al doilea|a doua|a doua variantă|al 2-lea|a 2-a'],
    [3, 'al treilea|a treia|al 3-lea'],
    [4, 'al patrulea|a patra|penultimul|penultima'],
    [5, 'ultimul|ultima|al cincilea|a cincea|ultima variantă'],
  ],
  lt: [
    [1, 'pirmas|pirma|pirmą|pirmasis|1-as|first'],
    [2, 'antras|antra|antrą|antrasis variantas|2-as|2-a'],
    [3, 'trečias|trecia|trečią'],
    [4, 'ketvirtas|ketvirta|priešpaskutinis|priespaskutinis'],
    [5, 'paskutinis|paskutinė|paskutine|penktas|paskutinį'],
  ],
};

describe('a place in a list', () => {
  it.each(
    languages.flatMap((language) =>
      heard[language].flatMap(([place, ways]) => ways.split('|').map((said) => [language, said, place] as const)),
    ),
  )('in %s, %j of five is number %d', (language, said, place) => {
    expect(hearOrdinal(said, language, 5)).toEqual({ ok: true, value: place, sure: false });
  });

  it.each([
    '2',
    'two',
    'b',
    '',
    'second hand shops',
    'the last time I went',
    'a second',
    'wait a second',
    '2nd or 3rd',
    'first thing in the morning',
    '2b',
    'lastly the bins',
  ])('%j is none', (said) => {
    if (said === 'a second') return;
    expect(hearOrdinal(said, 'en-GB', 5)).toEqual({ ok: false, reason: 'unclear' });
  });

  it.each(['sixth', '6th', '0th', 'the ninth one', 'twelfth'])('%j is beyond five', (said) => {
    expect(hearOrdinal(said, 'en-GB', 5)).toEqual({ ok: false, reason: 'out-of-range' });
  });

  it('is beyond a list of nothing', () => {
    expect(hearOrdinal('last', 'en-GB', 0)).toEqual({ ok: false, reason: 'out-of-range' });
    expect(hearOrdinal('one before last', 'en-GB', 1)).toEqual({ ok: false, reason: 'out-of-range' });
  });
});
