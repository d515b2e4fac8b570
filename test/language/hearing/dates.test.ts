import fc from 'fast-check';
import { hearDate } from '#language/hearing/dates.ts';
import { type Language, languages } from '#language/languages.ts';

/** Thursday 9 July 2026. */
const today = '2026-07-09';
const asked = { past: { today, lean: 'past' }, future: { today, lean: 'future' } } as const;

const heard: Record<Language, readonly (readonly [string, 'past' | 'future', string])[]> = {
  'en-GB': [
    [
      '2026-12-25',
      'future',
      '25/12/2026|25.12.2026|25-12-2026|25 12 2026|2026-12-25|2026/12/25|25/12/26|25.12.26|25. 12. 2026|25 December 2026|25th December 2026|25th of December 2026|December 25 2026|December 25th, 2026|25 Dec 26|25-Dec-2026|25dec2026|Fri 25 December 2026|25/12|25.12|25th Dec|Christmas day|christmas|xmas day|25122026|20261225',
    ],
    ['2025-12-25', 'past', '25/12|25th December|Christmas day|christmas|last christmas|25/12/25'],
    ['2026-12-26', 'future', 'boxing day|day after christmas|the day after Christmas day|26 dec'],
    ['2027-01-01', 'future', "new year's day|new years day|New Year’s Day|1 jan|1/1|1st of January|next new years day"],
    ['2026-12-31', 'future', "new year's eve|nye|new years eve"],
    ['2027-03-29', 'future', 'easter monday|Easter Monday 2027'],
    ['2027-03-26', 'future', 'good friday'],
    ['2026-05-03', 'past', '3rd of May|May 3|3 may|the third of may|3/5|03/05|may the 3rd|May 3rd|3 May 2026|3 May 26|sunday 3 may'],
    ['2027-05-03', 'future', '3rd of May|May 3|Monday 3 May|first monday in may|the first Monday of May'],
    ['2026-07-09', 'past', 'today|Today.|tonight|half 7 tonight|2day'],
    [
      '2026-07-08',
      'past',
      'yesterday|I went yesterday|it was yesterday with my mum|yday|one day ago|wednesday|last wednesday|yesturday|yesterday (wednesday)',
    ],
    ['2026-07-10', 'future', 'tomorrow|tomorow|tommorow|tmrw|tomorrow please|Tomorrow!|in a day|friday|this friday|coming friday|fri'],
    [
      '2026-07-07',
      'past',
      'the day before yesterday|2 days ago|two days ago|a couple of days ago|last Tuesday|tuesday|on Tuesday|tue|tues|last tuseday',
    ],
    [
      '2026-07-11',
      'future',
      'day after tomorrow|the day after tomorrow|saturday|Sat|on Saturday|this Saturday|coming saturday|in 2 days|2 days from now|saturdy|the 11th|11th',
    ],
    ['2026-07-06', 'past', '3 days ago|three days ago|Monday|mon|last Monday|3 days before today'],
    ['2026-06-25', 'past', '2 weeks ago|two weeks ago|a fortnight ago|fortnight ago|14 days ago|a week ago last thursday'],
    ['2026-07-02', 'past', 'a week ago|1 week ago|one week ago|7 days ago|last Thursday|thursday last week'],
    ['2026-07-16', 'future', 'in a week|a week today|next Thursday|a week from now|in one week|thursday next week|in a weeks time'],
    ['2026-07-17', 'future', 'next Friday|friday next week|a week tomorrow|next fri|friday week'],
    ['2026-07-18', 'future', 'next Saturday|saturday week|a week on saturday|week on Saturday|Saturday of next week'],
    ['2026-07-25', 'future', 'saturday fortnight|two weeks on saturday'],
    ['2026-04-09', 'past', '3 months ago|three months ago'],
    ['2025-07-09', 'past', 'a year ago|one year ago|12 months ago'],
    ['2026-06-30', 'past', 'tuesday before last|the Tuesday before last|30th|the 30th'],
    ['2026-08-03', 'future', 'the 3rd|3rd|on the 3rd|the third|3rd of next month|the 3rd please'],
    ['2026-07-03', 'past', 'the 3rd|on the 3rd|3rd of this month|last friday'],
    ['2026-07-14', 'future', 'Tuesday the 14th|tuesday 14th|Tue 14'],
    ['2028-02-29', 'future', '29 feb|29/2|february 29th'],
    [
      '1958-04-03',
      'past',
      '03/04/1958|3/4/58|3.4.58|3rd April 1958|April 3 58|born 3 april 1958|third of April nineteen fifty eight|3 april in 1958|my birthday is 3 april 1958',
    ],
    ['2026-06-21', 'past', 'twenty first of june|21st june|june 21|the twenty-first of June 2026'],
    ['2026-12-11', 'future', '2 weeks before christmas|two weeks before Christmas day'],
    ['2026-08-31', 'future', 'last monday in august|last Monday of August 2026'],
  ],
  pl: [
    [
      '2026-05-03',
      'past',
      '3 maja 2026|3 maja|3 maja 2026 r.|3.05.2026|03.05.2026 r.|3/5/2026|trzeciego maja|trzeciego maja 2026|niedziela 3 maja|2026-05-03|3 May 2026|3 maj',
    ],
    ['2026-07-09', 'past', 'dziś|dzis|dzisiaj|dziś rano|today'],
    ['2026-07-08', 'past', 'wczoraj|Wczoraj.|w środę|środa|sroda|zeszła środa|yesterday'],
    ['2026-07-10', 'future', 'jutro|w piątek|piatek|piątek|pt|w najbliższy piątek|za 1 dzień'],
    ['2026-07-07', 'past', 'przedwczoraj|dwa dni temu|2 dni temu|w zeszły wtorek|zeszly wtorek|w ubiegły wtorek|wtorek'],
    ['2026-07-11', 'future', 'pojutrze|w sobotę|sobota|w tę sobotę|sob|za dwa dni'],
    ['2026-07-06', 'past', '3 dni temu|trzy dni temu|poniedziałek|w poniedzialek'],
    ['2026-07-02', 'past', 'tydzień temu|tydzien temu'],
    ['2026-06-25', 'past', 'dwa tygodnie temu|2 tygodnie temu'],
    ['2026-06-09', 'past', 'miesiąc temu|miesiac temu'],
    ['2026-07-16', 'future', 'za tydzień|za tydzien'],
    ['2026-07-17', 'future', 'w przyszły piątek|przyszly piatek|w następny piątek'],
    ['2026-12-25', 'future', 'Boże Narodzenie|boze narodzenie|25 grudnia|25.12'],
    ['2026-12-24', 'future', 'Wigilia|w wigilię|24 grudnia'],
    ['2026-12-31', 'future', 'sylwester|w sylwestra'],
    ['2027-01-01', 'future', 'Nowy Rok|1 stycznia|pierwszego stycznia'],
    ['2026-08-03', 'future', 'trzeciego|3-go|3go'],
    ['2026-06-21', 'past', '21 czerwca|dwudziestego pierwszego czerwca|21 cze'],
    ['2026-10-15', 'future', '15 października|15 pazdziernika|15 paź 2026|15.10'],
    ['1958-04-03', 'past', '3 kwietnia 1958|3.04.1958|3.4.58|urodziłem się 3 kwietnia 1958'],
  ],
  ro: [
    ['2026-05-03', 'past', '3 mai 2026|3 mai|03.05.2026|3/5/2026|duminică 3 mai|pe 3 mai|2026-05-03'],
    ['2026-07-09', 'past', 'azi|astăzi|astazi|today'],
    ['2026-07-08', 'past', 'ieri|Ieri.|miercuri|miercurea trecută|miercurea trecuta'],
    ['2026-07-10', 'future', 'mâine|maine|vineri|vinerea aceasta|vinerea care vine'],
    ['2026-07-07', 'past', 'alaltăieri|alaltaieri|acum 2 zile|acum două zile|marți|marți trecută|marțea trecută|martea trecuta'],
    ['2026-07-11', 'future', 'poimâine|poimaine|sâmbătă|sambata|peste 2 zile|peste două zile'],
    ['2026-07-06', 'past', 'luni|lunea trecută|acum 3 zile|acum trei zile'],
    ['2026-07-02', 'past', 'acum o săptămână|acum o saptamana|acum 7 zile'],
    ['2026-06-25', 'past', 'acum două săptămâni|acum doua saptamani|acum 2 săptămâni'],
    ['2026-04-09', 'past', 'acum 3 luni|acum trei luni'],
    ['2025-07-09', 'past', 'acum un an'],
    ['2026-07-16', 'future', 'peste o săptămână|joia viitoare'],
    ['2026-07-17', 'future', 'vinerea viitoare|vineri viitoare'],
    ['2026-12-25', 'future', 'Crăciun|de Crăciun|craciunul|25 decembrie|25.12'],
    ['2026-12-31', 'future', 'revelion|31 decembrie'],
    ['2027-01-01', 'future', 'anul nou|1 ianuarie|întâi ianuarie'],
    ['2026-08-03', 'future', 'pe 3'],
    ['1958-04-03', 'past', '3 aprilie 1958|3.04.1958|3.4.58|m-am născut pe 3 aprilie 1958'],
    ['2026-06-21', 'past', '21 iunie|douăzeci și unu iunie'],
  ],
  lt: [
    [
      '2026-05-03',
      'past',
      '2026 m. gegužės 3 d.|2026 m. geguzes 3 d.|gegužės 3 d.|gegužės 3|gegužės trečią|2026-05-03|2026.05.03|03.05.2026|gegužės 3 dieną|sekmadienis, gegužės 3 d.',
    ],
    ['2026-07-09', 'past', 'šiandien|siandien|today'],
    ['2026-07-08', 'past', 'vakar|trečiadienį|treciadieni|praėjusį trečiadienį'],
    ['2026-07-10', 'future', 'rytoj|penktadienį|penktadienis|penktadieni|šį penktadienį|artimiausią penktadienį'],
    ['2026-07-07', 'past', 'užvakar|uzvakar|prieš 2 dienas|prieš dvi dienas|praėjusį antradienį|praejusi antradieni|antradienis'],
    ['2026-07-11', 'future', 'poryt|šeštadienį|sestadieni|po 2 dienų|po dviejų dienų'],
    ['2026-07-06', 'past', 'prieš 3 dienas|pries tris dienas|pirmadienį'],
    ['2026-07-02', 'past', 'prieš savaitę|pries savaite'],
    ['2026-06-25', 'past', 'prieš dvi savaites|prieš 2 savaites'],
    ['2026-06-09', 'past', 'prieš mėnesį'],
    ['2026-07-16', 'future', 'po savaitės|po savaites'],
    ['2026-07-17', 'future', 'kitą penktadienį|kita penktadieni'],
    ['2026-12-25', 'future', 'Kalėdos|per Kalėdas|gruodžio 25|gruodzio 25 d.'],
    ['2026-12-24', 'future', 'Kūčios|per kūčias'],
    ['2027-01-01', 'future', 'Naujieji metai|sausio 1 d.|sausio pirmą'],
    ['2026-08-03', 'future', '3 d.'],
    ['1958-04-03', 'past', '1958 m. balandžio 3 d.|1958-04-03|1958 balandzio 3|gimiau 1958 m. balandžio 3 d.'],
  ],
};

const impossible: Record<Language, string> = {
  'en-GB': '31/02/2026|30/2|12/25/2026|2026-13-01|29/02/2027|31 april|32 january|31.09.2026|5/13|0/5/2026|25/12/1066|2026-02-30',
  pl: '31 lutego|31.02.2026|32.01.2026|31 kwietnia 2026',
  ro: '31 februarie|31/02/2026|30 februarie 2026',
  lt: 'vasario 31 d.|2026-02-30|2026 m. balandžio 31 d.',
};
const open: Record<Language, string> = {
  'en-GB':
    'next week|last week|this weekend|the weekend|in May|may 2026|next month|last year|monday or tuesday|3 May or 4 May|Monday 4 May 2027|yesterday or the day before yesterday|2026|during the week|25/12/2026 or 26/12/2026',
  pl: 'w zeszłym tygodniu|w przyszłym tygodniu|w maju|weekend|w weekend|poniedziałek albo wtorek',
  ro: 'săptămâna trecută|săptămâna viitoare|în mai|weekend|luni sau marți',
  lt: 'praėjusią savaitę|kitą savaitę|gegužę|savaitgalį|pirmadienį arba antradienį',
};
const none: Record<Language, string> = {
  'en-GB':
    '|hello|?|soon|dunno|not yesterday|7.30|7:30|7.30pm|half seven|18-24|35|1|no|yes|07700 900123|NN16 0AP|£25.12|I may come|never|I sat down|we marched|99|3 4|version 1.2.3|when the bins are emptied|mon ami|sun cream|1.5.2.6|12345678|the day|some day|one day',
  pl: '|nie wczoraj|nie wiem|kiedyś|35|07700 900123|7.30|wkrótce|tak',
  ro: '|nu știu|nu ieri|curând|35|7.30|da|mai mult',
  lt: '|nežinau|ne vakar|greitai|35|7.30|taip',
};

const rows = (table: Record<Language, string>) =>
  languages.flatMap((language) => table[language].split('|').map((said) => [language, said] as const));

describe('a date', () => {
  it.each(
    languages.flatMap((language) =>
      heard[language].flatMap(([date, lean, ways]) => ways.split('|').map((said) => [language, said, lean, date] as const)),
    ),
  )('in %s, %j (%s) is %s', (language, said, lean, date) => {
    expect(hearDate(said, language, asked[lean])).toMatchObject({ ok: true, value: date });
  });

  it.each(rows(impossible))('in %s, %j is no such day', (language, said) => {
    expect(hearDate(said, language, asked.future)).toEqual({ ok: false, reason: 'no-such-day' });
  });

  it.each(rows(open))('in %s, %j is more than one day', (language, said) => {
    expect(hearDate(said, language, asked.past)).toEqual({ ok: false, reason: 'ambiguous' });
  });

  it.each(rows(none))('in %s, %j is none', (language, said) => {
    expect(hearDate(said, language, asked.future)).toEqual({ ok: false, reason: 'not-a-date' });
  });

  it.each(['25/12/2026', '2026-12-25', '25 December 2026', 'Friday 25 December 2026', '25.12.26'])('%j is sure', (said) => {
    expect(hearDate(said, 'en-GB', asked.future)).toMatchObject({ ok: true, sure: true });
  });

  it.each(['25/12', 'next Saturday', 'last Tuesday', '25 December', 'tomorrow', '25 Decembr 2026', 'saturday'])(
    '%j is read back',
    (said) => {
      expect(hearDate(said, 'en-GB', asked.future)).toMatchObject({ ok: true, sure: false });
    },
  );

  it('said in figures is itself, day first, in every language', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        fc.constantFrom(...languages),
        (when, language) => {
          const iso = when.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          for (const said of [iso, `${day}/${month}/${year}`, `${Number(day)}.${Number(month)}.${year}`, `${day}-${month}-${year}`])
            expect(hearDate(said, language, asked.past)).toEqual({ ok: true, value: iso, sure: true });
        },
      ),
    );
  });

  it('without a year is the nearest on the side asked for', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        (now, day, month) => {
          const at = now.toISOString().slice(0, 10);
          const past = hearDate(`${day}/${month}`, 'en-GB', { today: at, lean: 'past' });
          const future = hearDate(`${day}/${month}`, 'en-GB', { today: at, lean: 'future' });
          expect(past.ok && past.value <= at && past.value > `${Number(at.slice(0, 4)) - 1}${at.slice(4)}`).toBe(true);
          expect(future.ok && future.value >= at && future.value < `${Number(at.slice(0, 4)) + 1}${at.slice(4)}`).toBe(true);
        },
      ),
    );
  });

  it('takes no part in a broken clock', () => {
    expect(hearDate('tomorrow', 'en-GB', { today: 'nonsense', lean: 'past' })).toEqual({ ok: false, reason: 'not-a-date' });
  });
});
