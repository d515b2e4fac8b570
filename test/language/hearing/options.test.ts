import fc from 'fast-check';
import { hearOption } from '#language/hearing/options.ts';
import { languages } from '#language/languages.ts';

const visits = [
  { key: 'weekly', labels: ['Every week', 'Co tydzień', 'În fiecare săptămână', 'Kiekvieną savaitę'] },
  { key: 'monthly', labels: ['Every month', 'Co miesiąc', 'În fiecare lună', 'Kiekvieną mėnesį'] },
  { key: 'rarely', labels: ['Hardly ever', 'Prawie nigdy', 'Aproape niciodată', 'Beveik niekada'] },
  { key: 'never', labels: ['Never', 'Nigdy', 'Niciodată', 'Niekada'] },
];

describe('one option', () => {
  it.each([
    ['2', 'monthly'],
    ['2.', 'monthly'],
    ['2)', 'monthly'],
    [' 2 ', 'monthly'],
    ['2️⃣', 'monthly'],
    ['2!', 'monthly'],
    ['no 2', 'monthly'],
    ['No. 2', 'monthly'],
    ['number 2', 'monthly'],
    ['option 2', 'monthly'],
    ['2 please', 'monthly'],
    ['2 thanks', 'monthly'],
    ['Every month', 'monthly'],
    ['EVERY MONTH!', 'monthly'],
    ['monthly', 'monthly'],
    ['2 Every month', 'monthly'],
    ['2. every month', 'monthly'],
    ['never', 'never'],
    ['Hardly ever.', 'rarely'],
  ])('%j is %s for sure', (said, key) => {
    expect(hearOption(said, visits, 'en-GB')).toEqual({ ok: true, value: key, sure: true });
  });

  it.each([
    ['two', 'monthly'],
    ['number two', 'monthly'],
    ['Two please', 'monthly'],
    ['b', 'monthly'],
    ['B)', 'monthly'],
    ['option b', 'monthly'],
    ['the second one', 'monthly'],
    ['2nd', 'monthly'],
    ['last', 'never'],
    ['the last one', 'never'],
    ['one before last', 'rarely'],
    ['a', 'weekly'],
    ['D', 'never'],
    ["I'd say every week", 'weekly'],
    ['every week please', 'weekly'],
    ['we go every week with the kids', 'weekly'],
    ['evry week', 'weekly'],
    ['every wek', 'weekly'],
    ['week', 'weekly'],
    ['month', 'monthly'],
    ['hardly', 'rarely'],
    ['hard', 'rarely'],
    ['mothly', 'monthly'],
    ['montly', 'monthly'],
    ['hardley ever', 'rarely'],
    ['I hardly ever go', 'rarely'],
    ['nevr', 'never'],
    ['I never go', 'never'],
  ])('%j is %s, to be read back', (said, key) => {
    expect(hearOption(said, visits, 'en-GB')).toEqual({ ok: true, value: key, sure: false });
  });

  it.each([
    ['pl', 'co tydzien', 'weekly'],
    ['pl', 'opcja 2', 'monthly'],
    ['pl', 'dwa', 'monthly'],
    ['pl', 'drugą poproszę', 'monthly'],
    ['pl', 'ostatnia', 'never'],
    ['pl', 'nr 3', 'rarely'],
    ['pl', 'prawie nigdy', 'rarely'],
    ['pl', 'co mieisąc', 'monthly'],
    ['ro', 'in fiecare luna', 'monthly'],
    ['ro', 'a doua', 'monthly'],
    ['ro', 'varianta 2', 'monthly'],
    ['ro', 'doi', 'monthly'],
    ['ro', 'aproape niciodata', 'rarely'],
    ['lt', 'kiekviena savaite', 'weekly'],
    ['lt', 'antras', 'monthly'],
    ['lt', 'paskutinis', 'never'],
    ['lt', 'trys', 'rarely'],
    ['lt', 'every week', 'weekly'],
  ] as const)('in %s, %j is %s', (language, said, key) => {
    expect(hearOption(said, visits, language)).toMatchObject({ ok: true, value: key });
  });

  it.each([
    ['5', 'out-of-range'],
    ['0', 'out-of-range'],
    ['seven', 'out-of-range'],
    ['99', 'out-of-range'],
    ['option 9', 'out-of-range'],
    ['the sixth one', 'out-of-range'],
    ['every', 'ambiguous'],
    ['1 or 2', 'unclear'],
    ['2.5', 'unclear'],
    ['1/2', 'unclear'],
    ['not every week', 'unclear'],
    ['every week or every month', 'unclear'],
    ['2 Every week', 'ambiguous'],
    ['z', 'unclear'],
    ['banana', 'unclear'],
    ['', 'unclear'],
    ['???', 'unclear'],
    ['when it is dry', 'unclear'],
    ['2b', 'unclear'],
  ])('%j is not one: %s', (said, reason) => {
    expect(hearOption(said, visits, 'en-GB')).toEqual({ ok: false, reason });
  });

  it('with a number for a label is heard by place first, and by label where there is no such place', () => {
    const ages = ['16', '5', '18-24', '25-34'].map((label) => ({ key: `age-${label}`, labels: [label] }));
    expect(hearOption('16', ages, 'en-GB')).toEqual({ ok: true, value: 'age-16', sure: true });
    expect(hearOption('18-24', ages, 'en-GB')).toEqual({ ok: true, value: 'age-18-24', sure: true });
    expect(hearOption('5', ages, 'en-GB')).toEqual({ ok: true, value: 'age-5', sure: true });
    expect(hearOption('2', ages, 'en-GB')).toEqual({ ok: true, value: 'age-5', sure: true });
    expect(hearOption('20', ages, 'en-GB')).toEqual({ ok: false, reason: 'out-of-range' });
    const children = ['0', '1', '2', '3 or more'].map((label) => ({ key: `children-${label}`, labels: [label] }));
    expect(hearOption('2', children, 'en-GB')).toEqual({ ok: true, value: 'children-1', sure: false });
    expect(hearOption('0', children, 'en-GB')).toEqual({ ok: true, value: 'children-0', sure: true });
  });

  it('called yes or no is heard in other words for it', () => {
    const answers = [
      { key: 'y', labels: ['Yes', 'Tak'] },
      { key: 'n', labels: ['No', 'Nie'] },
      { key: 'dk', labels: ["Don't know", 'Nie wiem'] },
    ];
    expect(hearOption('yeah', answers, 'en-GB')).toEqual({ ok: true, value: 'y', sure: false });
    expect(hearOption('nope', answers, 'en-GB')).toEqual({ ok: true, value: 'n', sure: false });
    expect(hearOption('dont know', answers, 'en-GB')).toEqual({ ok: true, value: 'dk', sure: true });
    expect(hearOption('no idea', answers, 'en-GB')).toEqual({ ok: false, reason: 'unclear' });
    expect(hearOption('nie wiem', answers, 'pl')).toEqual({ ok: true, value: 'dk', sure: true });
  });

  it('is not mixed up with its opposite', () => {
    const safety = ['Very safe', 'Safe', 'Unsafe', 'Very unsafe'].map((label) => ({ key: label, labels: [label] }));
    for (const { key } of safety) expect(hearOption(key, safety, 'en-GB')).toEqual({ ok: true, value: key, sure: true });
    expect(hearOption('I feel very safe', safety, 'en-GB')).toEqual({ ok: true, value: 'Very safe', sure: false });
    expect(hearOption('not safe', safety, 'en-GB')).toEqual({ ok: false, reason: 'unclear' });
    expect(hearOption('usafe', safety, 'en-GB')).toMatchObject({ ok: false, reason: 'ambiguous' });
  });

  it('of any list is heard by its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.constantFrom(...languages), (count, seed, language) => {
        const options = Array.from({ length: count }, (_, i) => ({
          key: `k${i + 1}`,
          labels: [`Label ${String.fromCharCode(97 + (i % 26))}x`],
        }));
        const place = (seed % count) + 1;
        expect(hearOption(String(place), options, language)).toEqual({ ok: true, value: `k${place}`, sure: true });
        expect(hearOption(String(count + 1), options, language)).toEqual({ ok: false, reason: 'out-of-range' });
      }),
    );
  });

  it('of any list is heard by its label', () => {
    const words = fc.array(fc.stringMatching(/^[a-zł]{2,9}$/), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 8 }), (labels) => {
        const options = labels.map((label, i) => ({ key: `key-${i}-${label}`, labels: [label] }));
        labels.forEach((label, i) => {
          const heard = hearOption(label.toUpperCase(), options, 'en-GB');
          if (heard.ok && heard.sure) expect(heard.value).toBe(options[i]?.key);
        });
      }),
    );
  });
});
