import fc from 'fast-check';
import { hearNumber } from '#language/hearing/numbers.ts';
import { type Language, languages } from '#language/languages.ts';

/** number: ways to say it */
const heard: Record<Language, readonly (readonly [number, string])[]> = {
  'en-GB': [
    [
      35,
      `35|35.|" 35 "|35!|(35)|about 35|35 years|35yrs|35 yrs old|ok. 35 lat please|I am 35|thirty five|thirty-five|about thirty five|thirtyfive|£35|roughly 35 or so|35ish|35%|I'm thirty five years old`,
    ],
    [1200, '1,200|1200|twelve hundred|one thousand two hundred|a thousand two hundred|1 thousand two hundred'],
    [2.5, '2.5|two and a half|2 and a half|about 2.5 miles'],
    [6, 'half a dozen|six|6|half dozen|about half a dozen'],
    [2, 'a couple|two|2|twice|a couple of dogs|Two, thanks|#2|number 2'],
    [0, '0|zero|none|nil|none at all|nothing|nobody|nought|not any'],
    [1, 'one|1|once|just one|one child'],
    [12, 'a dozen|twelve|12|one dozen'],
    [24, 'two dozen|twenty four|2 dozen'],
    [100, 'a hundred|100|one hundred|hundred'],
    [205, 'two hundred and five|205|two hundred five'],
    [999999, 'nine hundred and ninety nine thousand nine hundred and ninety nine|999999|999,999'],
    [40, 'forty|fourty|40 minutes|40mins'],
    [3000, '3 thousand|three thousand|3000|3,000 people'],
    [-5, '-5'],
  ],
  pl: [
    [35, '35|35 lat|trzydzieści pięć|trzydziesci piec|około 35|mam 35 lat|trzydziestu pięciu|trzydzieścipięć|thirty five|ok. 35 lat'],
    [2.5, '2,5|2.5|dwa i pół|2 i pół'],
    [1.5, 'półtora|1,5|poltora roku'],
    [1200, '1200|1 200|tysiąc dwieście|tysiac dwiescie'],
    [2, 'dwa|dwie|dwoje|dwóch|dwie osoby|dwoje dzieci'],
    [0, '0|zero|żaden|zadnego|nikt|ani jednego|wcale'],
    [5, 'pięć|piec|pięciu|pięcioro|5 razy'],
    [548, 'pięćset czterdzieści osiem|548'],
    [6, 'pół tuzina|sześć|szesc'],
    [12, 'tuzin|dwanaście'],
    [2026, 'dwa tysiące dwadzieścia sześć'],
    [100, 'sto|100|stu'],
  ],
  ro: [
    [35, '35|35 de ani|35 ani|treizeci și cinci|treizeci si cinci|cam 35|am treizeci și cinci de ani|aproximativ 35|thirty five'],
    [2.5, '2,5|2.5|doi și jumătate|2 și jumătate'],
    [1200, '1200|1 200|o mie două sute|o mie doua sute'],
    [2, 'doi|două|doua|doi copii'],
    [1, 'unu|una|un copil|o dată|1'],
    [0, '0|zero|niciunul|nimeni|niciuna|deloc'],
    [100, 'o sută|o suta|100'],
    [23000, 'douăzeci și trei de mii|23000'],
    [16, 'șaisprezece|saisprezece|șaișpe'],
    [6, 'jumătate de duzină|șase'],
  ],
  lt: [
    [35, '35|35 metai|35 m.|trisdešimt penki|trisdesimt penki|apie 35|man 35 metai|trisdešimt penkeri|thirty five'],
    [2.5, '2,5|2.5|du su puse'],
    [1.5, 'pusantro|1,5'],
    [1200, '1200|1 200|tūkstantis du šimtai|tukstantis du simtai'],
    [2, 'du|dvi|dviejų|dvejus|du vaikai'],
    [0, '0|nulis|nė vieno|nieko|ne vieno'],
    [19, 'devyniolika|19'],
    [300, 'trys šimtai|300'],
    [12, 'tuzinas|dvylika'],
  ],
};

const several: Record<Language, string> = {
  'en-GB':
    '18-24|18 - 24|7 out of 10|10/10|1/2|5 or 6|two or three|1 and 3|2 4|between 5 and 10|1,3,5|two and four|nineteen eighty six|2,5',
  pl: '18-24|7 z 10|5 lub 6|dwa albo trzy|10/10',
  ro: '18-24|7 din 10|5 sau 6|doi sau trei',
  lt: '18-24|7 iš 10|5 arba 6|du arba trys',
};

const none: Record<Language, string> = {
  'en-GB': `2b|b2|07700 900123|07700900123|+44 7700 900123|+447700900123|NN16 0AP|nn16|7:30|7.30pm|7pm|7 pm|2nd|second|25/12/2026|over 60|more than 10|less than 5|at least 3|under 18|not 35|lots|a few|several|three fifths|two thirds|10 k|negative one|five dozs|many|maybe||???|half|hello|yes|1e9|0x10|12345678901|1.2.3|two million|ten to seven
1,20|12,00,000|2b or not 2b|the second one|½|3rd of May`,
  pl: 'ponad 60|więcej niż 10|mniej niż 5|kilka|dużo|1,200|1.200|siódma trzydzieści rano 7:30|drugi|nie wiem',
  ro: 'peste 60|mai mult de 10|mai puțin de 5|câțiva|mulți|1,200|1.200|al doilea|nu știu',
  lt: 'virš 60|daugiau nei 10|mažiau nei 5|keletas|daug|1,200|1.200|antras|nežinau',
};

const rows = (table: Record<Language, string>) =>
  languages.flatMap((language) => table[language].split(/\||\n/).map((said) => [language, said] as const));

describe('a number', () => {
  it.each(
    languages.flatMap((language) =>
      heard[language].flatMap(([value, ways]) => ways.split('|').map((said) => [language, said, value] as const)),
    ),
  )('in %s, %j is %d', (language, said, value) => {
    expect(hearNumber(said, language)).toMatchObject({ ok: true, value });
  });

  it.each(rows(several))('in %s, %j is several', (language, said) => {
    expect(hearNumber(said, language)).toEqual({ ok: false, reason: 'several-numbers' });
  });

  it.each(rows(none))('in %s, %j is none to go by', (language, said) => {
    expect(hearNumber(said, language).ok).toBe(false);
  });

  it('is sure in figures alone, and read back otherwise', () => {
    expect(hearNumber('35', 'en-GB')).toMatchObject({ sure: true });
    expect(hearNumber('1,200', 'en-GB')).toMatchObject({ sure: true });
    expect(hearNumber('about 35', 'en-GB')).toMatchObject({ sure: false });
    expect(hearNumber('dwa', 'pl')).toMatchObject({ sure: false });
  });

  it('of any size that we take is heard as it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(...languages), (value, language) => {
        expect(hearNumber(String(value), language)).toEqual({ ok: true, value, sure: true });
      }),
    );
  });
});
