import { londonDayStart } from '#calendar/londonDay.ts';
import type { Found, Session } from '#events';
import { dateInWords, shortDateInWords, timeInWords } from '#language/dates.ts';
import type { Days } from '#language/hearing/when.ts';
import { metresInAMile } from '#places';
import type { Turn } from '../turn.ts';
import type { Query } from './query.ts';

/** In a list a title and a venue are cut to so many characters, so that three fit a text. */
const longestTitle = 40;
const longestVenue = 26;

/** "Saturday 28 November, near Thornby, for toddlers, free": what we look for, read back. */
export function queryInWords(turn: Turn, query: Query, anyDay: 'events.twoWeeks' | 'events.comingUp' = 'events.twoWeeks'): string {
  const { days, part, near, venue, audience, free, stepFree, words } = query;
  return [
    days ? daysInWords(turn, days) : turn.words(anyDay),
    part && turn.words(`events.part_${part}`),
    near && turn.words('events.near', { place: near.name }),
    venue && turn.words('events.at', { place: venue }),
    audience && turn.words(`events.for_${audience}`),
    free && turn.words('events.isFree'),
    stepFree && turn.words('events.isStepFree'),
    words && `"${words.join(' ')}"`,
  ]
    .filter(Boolean)
    .join(', ');
}

function daysInWords(turn: Turn, days: Days): string {
  const [first, last] = [days.first, days.last].map((day) => dateInWords(londonDayStart(day), turn.language));
  return days.first === days.last ? (first ?? '') : turn.words('events.fromTo', { first: first ?? '', last: last ?? '' });
}

/** "Sat 28 Nov 10:00 Lego Club, Thornby Library, 0.4 miles, free". */
export function foundInWords(turn: Turn, { session, metres }: Found): string {
  const { title, venue, startsAt, allDay, online, free } = session;
  const date = shortDateInWords(startsAt, turn.language);
  const begins = startsAt < turn.now ? [turn.words('events.now')] : [date, allDay ? '' : timeInWords(startsAt)];
  return [
    `${begins.filter(Boolean).join(' ')} ${shortened(title, longestTitle)}`,
    venue ? shortened(venue, longestVenue) : online && turn.words('events.online'),
    metres !== undefined && !online && turn.words('events.miles', { miles: milesOf(metres) }),
    free && turn.words('events.isFree'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** One figure after the point where it is near, none where it is not. */
function milesOf(metres: number): number {
  const miles = metres / metresInAMile;
  return miles < 3 ? Math.max(0.1, Math.round(miles * 10) / 10) : Math.round(miles);
}

/** "Saturday 28 November, 10:00 to 11:30". */
export function timesInWords(turn: Turn, { startsAt, endsAt, allDay }: Pick<Session, 'startsAt' | 'endsAt' | 'allDay'>): string {
  const date = dateInWords(startsAt, turn.language);
  const lastDate = dateInWords(new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1)), turn.language);
  if (allDay)
    return lastDate === date ? turn.words('events.wholeDay', { date }) : turn.words('events.fromTo', { first: date, last: lastDate });
  const first = `${date} ${timeInWords(startsAt)}`;
  if (endsAt <= startsAt) return first;
  return turn.words('events.fromTo', { first, last: lastDate === date ? timeInWords(endsAt) : `${lastDate} ${timeInWords(endsAt)}` });
}

/** Everything that somebody needs to decide; the description where there is room. */
export function sessionInWords(turn: Turn, session: Session): string {
  const { description, url } = session;
  return [...sessionLines(turn, session), ...(turn.room.brief ? [] : [description, url])].filter(Boolean).join('\n');
}

/** The same line by line, without the description. */
export function sessionLines(turn: Turn, session: Session): readonly string[] {
  const { title, venue, address, online, organiser, free, cost, stepFree, audiences } = session;
  const facts = [
    turn.words('events.organiser', { organiser }),
    free ? turn.words('events.free') : cost && turn.words('events.cost', { cost }),
    audiences.length > 0 && `${audiences.map((audience) => turn.words(`events.for_${audience}`)).join(', ')}.`,
    stepFree && turn.words('events.stepFree'),
  ];
  const off = session.cancelledAt ? turn.words('events.cancelled') : session.vanishedAt && turn.words('events.vanished', { organiser });
  return [
    off,
    title,
    timesInWords(turn, session),
    [venue, address].filter(Boolean).join(', ') || (online && turn.words('events.online')),
    facts.filter(Boolean).map(capitalised).join(' '),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}

const capitalised = (words: string | false | undefined) => (words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : '');

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 2);
  const word = cut.lastIndexOf(' ');
  return `${(word > most / 2 ? cut.slice(0, word) : cut).replace(/[\s,.;:-]+$/, '')}..`;
}
