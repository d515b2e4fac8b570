import fc from 'fast-check';
import { clean, plain } from '#language/hearing/clean.ts';
import { closest } from '#language/hearing/closest.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearDate } from '#language/hearing/dates.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import { hearNumber } from '#language/hearing/numbers.ts';
import { hearOption, hearOptions } from '#language/hearing/options.ts';
import { hearOptOut, isTwilioYes } from '#language/hearing/optOut.ts';
import { hearOrdinal } from '#language/hearing/ordinals.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { hearPreferNotToSay } from '#language/hearing/preferNotToSay.ts';
import { warmHearing } from '#language/hearing/warm.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import { type Language, languages } from '#language/languages.ts';

const options = Array.from({ length: 12 }, (_, i) => ({
  key: `key-${i + 1}`,
  labels: [`Label number ${i + 1} of many`, `Etykieta ${i + 1}`],
}));
const asked = { today: '2026-07-09', lean: 'past' } as const;

const ears: Readonly<Record<string, (said: string, language: Language) => unknown>> = {
  clean,
  plain,
  optOut: hearOptOut,
  twilioYes: isTwilioYes,
  command: hearCommand,
  language: hearLanguage,
  yesNo: hearYesNo,
  number: hearNumber,
  ordinal: (said, language) => hearOrdinal(said, language, 12),
  date: (said, language) => hearDate(said, language, asked),
  postcode: hearPostcode,
  option: (said, language) => hearOption(said, options, language),
  options: (said, language) => hearOptions(said, options, language),
  closest: (said) =>
    closest(
      said,
      options.map(({ key, labels }) => ({ key, words: labels })),
    ),
  preferNotToSay: hearPreferNotToSay,
};

/** What a hostile or unlucky phone may send. */
const nasty: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['NUL', '\u0000'.repeat(500)],
  ['right to left marks', '\u200F\u202E'.repeat(800)],
  ['10,000 letters', 'a'.repeat(10_000)],
  ['1,600 thumbs', '👍'.repeat(1_600)],
  ['families', '👨‍👩‍👧‍👦'.repeat(400)],
  ['flags', '🇵🇱'.repeat(800)],
  ['yes, yes', 'yes '.repeat(400)],
  ['no and yes', 'no yes '.repeat(300)],
  ['ones', '1 '.repeat(800)],
  ['a short row of ones', '1 '.repeat(79)],
  ['dates', '1/2/2026 '.repeat(180)],
  ['a short row of dates', '1/2/26 '.repeat(22)],
  ['days ago', '3 days ago '.repeat(14)],
  ['weeks after', 'week after '.repeat(14)],
  ['tens', 'twenty '.repeat(22)],
  ['joined numbers', 'and '.repeat(39)],
  ['the', 'the '.repeat(40)],
  ['please', 'please '.repeat(230)],
  ['stop please', `stop ${'please '.repeat(12)}`],
  ['near misses', 'saturdya tommorow '.repeat(8)],
  ['commas', ','.repeat(1_600)],
  ['dots and figures', '1.'.repeat(800)],
  ['brackets', '('.repeat(160)],
  ['spaces', ' '.repeat(10_000)],
  ['accents', `e${'\u0301'.repeat(5_000)}`],
  ['lone surrogates', '\uD83D'.repeat(2_000)],
  ['postcodes', 'NN16 0AP '.repeat(180)],
  ['apostrophes', "a'".repeat(800)],
  ['line breaks', '\r\n'.repeat(800)],
  ['tags', `🏴${'\u{E0061}'.repeat(2_000)}`],
  ['a hard sentence for dates', 'the first monday of the second week of the third month after the last friday before the next one'],
];

/** Of the processor, whatever else the machine is busy with. Generous: each takes a few ms at most. */
const mostMs = 60;

beforeAll(() => {
  warmHearing();
  for (const language of languages) for (const hear of Object.values(ears)) hear('2 weeks after 3 may please, or not', language);
});

describe.each(Object.entries(ears))('hearing, %s', (_, hear) => {
  it.each(nasty)('takes little time over %s', (_name, said) => {
    for (const language of languages) {
      const times = Array.from({ length: 3 }, () => {
        const before = process.cpuUsage();
        hear(said, language);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      expect(Math.min(...times)).toBeLessThan(mostMs);
    }
  });

  it('never throws, whatever is said', () => {
    const words = fc.constantFrom(
      'stop',
      'the',
      'last',
      '3',
      '2nd',
      'may',
      'week',
      'ago',
      'after',
      'and',
      'half',
      'no',
      'yes',
      'nu',
      'nie',
      'luni',
      'NN16',
      '1/2',
      ',',
      '-',
      '👍',
      'twenty',
      'hundred',
      'x',
    );
    const said = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 20 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...languages), (text, language) => {
        expect(() => hear(text, language)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
