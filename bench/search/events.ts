import type { Events } from '#events';
import type { Wanted } from '#events/search/wanted.ts';
import { spot } from './county.ts';
import type { Search } from './services.ts';

/* An invented programme: everything in it comes of a number, so that two runs have the same. */

const dayMs = 86_400_000;
const what = [
  'Lego Club',
  'Coffee Morning',
  'Rhyme Time',
  'Chair Yoga',
  'Repair Cafe',
  'Choir',
  'Youth Club',
  'Craft Market',
  'Health Walk',
  'Bingo',
];
const whom = ['toddlers', 'children', 'teenagers', 'families', 'adults', 'older people', ''];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Weekly series give most sessions, as in life: about 27 each inside the horizon. */
const sessionsOfASeries = 27;

/** A calendar of about so many sessions in the half year to come: two in three of weekly series, the others by themselves. */
export function manyEvents(sessions: number, now: Date): string {
  const series = Math.round((sessions * 2) / 3 / sessionsOfASeries);
  const alone = sessions - series * sessionsOfASeries;
  const lines = Array.from({ length: series + alone }, (_, at) => anEvent(at, at < series, now));
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

function anEvent(at: number, repeats: boolean, now: Date): readonly string[] {
  const day = new Date(now.getTime() + ((at * 37) % 188) * dayMs);
  const date = (repeats ? now : day).toISOString().slice(0, 10).replaceAll('-', '');
  const { easting, northing } = spot(at);
  const latitude = 52.3 + (northing - 270_000) / 111_000;
  const longitude = -0.85 + (easting - 480_000) / 68_000;
  return [
    'BEGIN:VEVENT',
    `UID:event-${at}`,
    `SUMMARY:${what[at % what.length]} ${at}`,
    `ORGANIZER;CN=Group ${at % 900}:mailto:group@example.org`,
    `LOCATION:Hall ${at % 700}\\, Village ${at % 200}`,
    `GEO:${latitude.toFixed(5)};${longitude.toFixed(5)}`,
    `CATEGORIES:${[whom[at % whom.length], at % 3 === 0 ? 'Free' : 'Company', at % 4 === 0 ? 'Step-free' : 'Health'].filter(Boolean).join(',')}`,
    `DTSTART;TZID=Europe/London:${date}T${String(9 + (at % 11)).padStart(2, '0')}3000`,
    'DURATION:PT1H30M',
    ...(repeats ? [`RRULE:FREQ=WEEKLY;BYDAY=${weekdays[at % 7]}`] : []),
    'DESCRIPTION:Come along and bring a friend. Tea and cake for everybody who likes them\\, and a quiet corner for those who do not.',
    'END:VEVENT',
  ];
}

/** Takes them in through the service. Returns how many sessions there are. */
export async function seedEvents(events: Events, sessions: number, now: Date): Promise<number> {
  const taken = await events.importFeed({ source: 'bench', text: manyEvents(sessions, now) });
  if (taken.refused.length > 0) throw new Error(`${taken.refused[0]?.record}: ${taken.refused[0]?.reason}`);
  return taken.sessions;
}

/** As many as a person is shown. */
const limit = 3;

/** What people ask, by name. */
export function eventSearches(events: Events, now: Date): Readonly<Record<string, Search>> {
  const days = (first: number, count: number) => ({
    from: new Date(now.getTime() + first * dayMs),
    to: new Date(now.getTime() + (first + count) * dayMs),
  });
  const words = (at: number) => (what[at % what.length] ?? '').toLowerCase().split(' ');
  const asked = {
    'events in two weeks': () => days(0, 14),
    'events in two weeks near a place': (at: number) => ({ ...days(0, 14), near: spot(at) }),
    'events of a day near a place, for children, free': (at: number) => ({
      ...days(at % 14, 1),
      near: spot(at),
      audience: 'children',
      free: true,
    }),
    'events by words near a place': (at: number) => ({ ...days(0, 14), words: words(at), near: spot(at) }),
    'events in three months near a place': (at: number) => ({ ...days(0, 90), near: spot(at) }),
  } satisfies Readonly<Record<string, (at: number) => Wanted>>;
  return Object.fromEntries(Object.entries(asked).map(([name, wanted]) => [name, (at: number) => events.find(wanted(at), limit)]));
}
