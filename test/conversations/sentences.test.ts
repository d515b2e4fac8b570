import { readFileSync } from 'node:fs';
import { nationalLines } from '#bot/crisis.ts';
import { mostParts, partsOf } from '#channels/sms/room.ts';
import { isGsm7, written } from '#channels/sms/written.ts';
import { wordsKeptByTwilio } from '#consultations/limits.ts';
import { dayInWords } from '#language/dates.ts';
import { plain } from '#language/hearing/clean.ts';
import { commandWords } from '#language/hearing/commands.ts';
import { languageNames } from '#language/hearing/languageNames.ts';
import { type Language, languages } from '#language/languages.ts';
import { loadWords, type SentenceKey } from '#language/words.ts';

const words = loadWords();

/** Lists of what we listen for, and words that stand on pages and screens: nobody is texted these. */
const neverSent =
  /^(root\.(greetings|farewells)|resume\.asking|placeWords\..*|places\.anywhereWords|eventWords\..*|questionWords\..*|needs\..*|listed\.asking|services\.(wrongWords|doorWords|openers|needing|asking)|confirming\.doorWords|offeringDoors\..*|volunteering\.(asks|small|interests|nameOpeners)|page\..*|feedback\.whole)$/;
const keys = Object.entries(JSON.parse(readFileSync(new URL('../../locales/en-GB.json', import.meta.url), 'utf8')))
  .flatMap(([dialog, said]) => Object.keys(said as object).map((name) => `${dialog}.${name}` as SentenceKey))
  .filter((key) => !neverSent.test(key));

/** Arguments on the long side, as a town might really have them. */
const longArguments = (language: Language) => ({
  ...nationalLines,
  word: words(language, 'crisis.goOnWord'),
  about: `${dayInWords(new Date('2026-09-30T12:00:00Z'), language)}, near Higham Ferrers, for families, free`,
  age: 18,
  ending: '123',
  email: 'volunteering@thornby-gardeners.example',
  hours: 12,
  languages: 'English, Polish, Romanian, Lithuanian',
  person: 'Konstantynopol',
  reach: '+44 7700 900123',
  organisation: 'Thornby and Ashwell Green Gardeners',
  skills: 'Patience, a driving licence, web pages',
  answer: 'Once or twice a month at the weekend',
  code: '2K46-M8R9-X3HC',
  count: 12,
  said: 'Most of you said that Mill Lane comes first.',
  did: 'We mend its swings by May.',
  date: dayInWords(new Date('2026-09-30T12:00:00Z'), language),
  council: 'North Northamptonshire Council',
  contact: 'North Northamptonshire Council on 01632 960000',
  day: 'Wednesday 30 September',
  days: 22,
  decision: 'Which of the five play areas is repaired in 2027, and in which order the others follow. The total budget is fixed.',
  example: '30/09/2026',
  from: 10,
  keyword: 'NEIGHBOURHOODS16',
  label: 'None of these, or something else',
  left: 12,
  length: 1600,
  limit: 1000,
  link: 'https://www.example.org/council/consultations/privacy',
  maker: 'Executive member for communities and leisure',
  minutes: 12,
  miles: 2.5,
  name: 'Ashwell Green Village Hall Friday Lunch and Chat for All',
  need: 'Drink, drugs or gambling',
  cost: '£3 to £5 a family, under 5s free',
  first: dayInWords(new Date('2026-09-30T12:00:00Z'), language),
  last: dayInWords(new Date('2026-12-30T12:00:00Z'), language),
  organiser: 'Friends of Thornby Library and Museum',
  time: '10:30',
  venue: 'Ashwell Green Village Hall',
  number: 12,
  outcode: 'NN16',
  of: 25,
  place: 3,
  places: 'Irthlingborough, Higham Ferrers and Rushden',
  question: 'How often do you use a park near you in winter?',
  reference: 'XXXXXXXX',
  summary: 'Help us decide which paths and play areas to repair first, with the money that we have.',
  text: 'How often do you use a park or another green space near you?',
  whom: 'Friends of Thornby Library and Museum',
  title: 'Parks, play areas and paths in our town',
  to: 11,
  top: 3,
  what: 'People over 60 who live in the town or one of its villages, and whoever looks after them',
  words: 'Support for carers and their families',
  topic: words(language, 'updates.outcomes'),
  topics: (['consultations', 'outcomes', 'events', 'volunteering'] as const).map((topic) => words(language, `updates.${topic}`)).join('; '),
});

const sentences = languages.flatMap((language) =>
  keys.map((key) => ({ language, key, text: words(language, key, longArguments(language)) })),
);

test('every sentence fits two text messages', () => {
  const long = sentences.filter(({ text }) => partsOf(written(text)) > mostParts);
  expect(long.map(({ language, key, text }) => `${language} ${key}: ${text.length}`)).toEqual([]);
});

test('without its accents every sentence is in the cheap alphabet', () => {
  const dear = sentences.filter(({ text }) => !isGsm7(written(text.padEnd(140))));
  expect(dear.map(({ language, key }) => `${language} ${key}`)).toEqual([]);
});

test('English needs no accents', () => {
  expect(sentences.filter(({ language, text }) => language === 'en-GB' && !isGsm7(text)).map(({ key }) => key)).toEqual([]);
});

/** Where people are told how to stop us: what Twilio hears by itself is just what they should say. */
const toldToStop: readonly string[] = [
  'turn.optedOut',
  'turn.shared',
  'turn.sharedStopped',
  'turn.stopped',
  'notice.stopped',
  'texting.optedOut',
  'updates.howToStop',
  'outcomes.offer',
];

/** Words in capitals: what we teach people to send. */
const taughtIn = (text: string) => text.match(/\p{Lu}{3,}(?: \p{Lu}{3,})*/gu) ?? [];

test('what we teach is understood in that language', () => {
  const names = Object.values(languageNames).map((name) => plain(name).toUpperCase());
  const unknown = sentences.flatMap(({ language, key, text }) => {
    const known = [
      ...Object.values(commandWords[language]),
      words(language, 'crisis.goOnWord'),
      'DBS',
      'JOIN',
      'NHS',
      'SHOUT',
      'SMS',
      'UPDATES',
      ...names,
      'NEIGHBOURHOODS',
      'XXXXXXXX',
    ];
    return taughtIn(text)
      .filter((word) => !known.includes(word) && !toldToStop.includes(key))
      .map((word) => `${language} ${key}: ${word}`);
  });
  expect(unknown).toEqual([]);
});

test('no word that the provider of text messages keeps for itself is taught, but where the provider answers nothing by itself', () => {
  const kept = sentences.flatMap(({ language, key, text }) =>
    taughtIn(text)
      .filter((word) => wordsKeptByTwilio.includes(word) && !toldToStop.includes(key))
      .map((word) => `${language} ${key}: ${word}`),
  );
  expect(kept).toEqual([]);
});
