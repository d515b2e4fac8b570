import { audiencesNamed, audiencesOfAges } from '#events/audiences.ts';
import { type Draft, type DraftSession, onlySession, RecordRefused, type Venue } from '../listing.ts';
import { momentOf } from './moment.ts';
import { idOf, type Node, nodesOf, numberOf, termOf, textOf, textsOf, typesOf, valuesOf } from './node.ts';
import { scheduledSessions } from './schedule.ts';

/** An event and the things that date it: itself, its parts, its schedules. */
export interface JsonSeries {
  readonly uid: string;
  readonly base: Node;
  readonly parts: readonly Node[];
  /** Whether `parts` are all that there are. */
  readonly complete: boolean;
}

/** What a schema.org Event says (https://schema.org/Event), with the words that OpenActive adds. */
export function draftOf({ uid, base, parts, complete }: JsonSeries, now: Date): Draft {
  const online =
    /Online/.test(termOf(base, 'eventAttendanceMode')) ||
    nodesOf(base, 'location').some((place) => typesOf(place).includes('VirtualLocation'));
  const prices = nodesOf(base, 'offers').flatMap((offer) => numberOf(offer, 'price') ?? []);
  return {
    uid,
    title: textOf(base, 'name'),
    description: textOf(base, 'description'),
    organiser: textOf(base, 'organizer') ?? textOf(base, 'organiser'),
    url: textOf(base, 'url'),
    categories: [
      ...textsOf(base, 'activity'),
      ...textsOf(base, 'category'),
      ...textsOf(base, 'keywords').flatMap((words) => words.split(',')),
    ],
    audiences: audiencesIn(base),
    free: freeIn(base, prices),
    cost: costInWords(prices),
    stepFree:
      /wheelchair|step[- ]?free/i.test(
        [...textsOf(base, 'accessibilityFeature'), ...textsOf(base, 'accessibilityInformation')].join(' '),
      ) || undefined,
    online,
    cancelled: isOff(base),
    complete,
    venue: venueOf(base),
    sessions: sessionsOf({ base, parts }, now),
  };
}

function sessionsOf({ base, parts }: Pick<JsonSeries, 'base' | 'parts'>, now: Date): readonly DraftSession[] {
  const dated = parts.map((part) => datedSession(part, part === base));
  const planned = nodesOf(base, 'eventSchedule')
    .filter((schedule) => !typesOf(schedule).includes('PartialSchedule'))
    .flatMap((schedule) => scheduledSessions(schedule, now));
  // OpenActive lists sessions beside the schedule that they come from: what is dated by itself is the surer word.
  const known = new Set(dated.map(({ startsAt }) => startsAt.getTime()));
  return [...dated, ...planned.filter(({ startsAt }) => !known.has(startsAt.getTime()))];
}

function datedSession(part: Node, isWhole: boolean): DraftSession {
  const start = momentOf(textOf(part, 'startDate'));
  if (!start) throw new RecordRefused('has a startDate that cannot be read');
  const given = textOf(part, 'endDate');
  const end = momentOf(given);
  if (given !== undefined && !end) throw new RecordRefused('has an endDate that cannot be read');
  const startsAt = start.at;
  // A day alone lasts until it is over, and so does the last day.
  const endsAt = end ? (end.day ? dayAfter(end.at) : end.at) : start.day ? dayAfter(startsAt) : startsAt;
  const id = isWhole ? undefined : idOf(part);
  const venue = venueOf(part);
  return {
    key: isWhole ? onlySession : (id ?? startsAt.toISOString()),
    startsAt,
    endsAt,
    allDay: start.day,
    cancelled: isOff(part),
    title: isWhole ? undefined : textOf(part, 'name'),
    ...(venue && { venue }),
  };
}

/** The next midnight in London after one: 23, 24 or 25 hours on. */
function dayAfter(midnight: Date): Date {
  const noon = new Date(midnight.getTime() + 36 * 3_600_000);
  return momentOf(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(noon))?.at ?? noon;
}

/** A postponed event is not on when it says: its new date comes as a rescheduled one. */
const isOff = (node: Node) => /^Event(Cancelled|Postponed)$/.test(termOf(node, 'eventStatus'));

function venueOf(node: Node): Partial<Venue> | undefined {
  const [place] = valuesOf(node, 'location');
  if (typeof place === 'string') return { name: place };
  const [node_] = nodesOf(node, 'location').filter((each) => !typesOf(each).includes('VirtualLocation'));
  if (!node_) return undefined;
  const [address] = nodesOf(node_, 'address');
  const [geo] = nodesOf(node_, 'geo');
  const latitude = numberOf(geo, 'latitude');
  const longitude = numberOf(geo, 'longitude');
  const lines = address
    ? ['streetAddress', 'addressLocality', 'addressRegion', 'postalCode'].flatMap((part) => textOf(address, part) ?? [])
    : [textOf(node_, 'address') ?? ''];
  return {
    name: textOf(node_, 'name') ?? lines[0],
    address: lines.filter(Boolean).join(', ') || undefined,
    ...(latitude !== undefined && longitude !== undefined && { point: { latitude, longitude } }),
  };
}

function audiencesIn(node: Node) {
  const [range] = nodesOf(node, 'ageRange');
  const [, from, to] = /^(\d{1,3})\s*-\s*(\d{1,3})?$/.exec(textOf(node, 'typicalAgeRange') ?? '') ?? [];
  const least = numberOf(range, 'minValue') ?? (from ? Number(from) : undefined);
  const most = numberOf(range, 'maxValue') ?? (to ? Number(to) : undefined);
  const named = nodesOf(node, 'audience').flatMap((audience) => [...textsOf(audience, 'audienceType'), ...textsOf(audience, 'name')]);
  return [...(least !== undefined || most !== undefined ? audiencesOfAges(least, most) : []), ...audiencesNamed(named.join('. '))];
}

function freeIn(node: Node, prices: readonly number[]): boolean | undefined {
  const said = node.isAccessibleForFree;
  if (typeof said === 'boolean') return said;
  return prices.length > 0 ? prices.every((price) => price === 0) : undefined;
}

/** "£3", "£3 to £5.50". Prices here are in pounds. */
function costInWords(prices: readonly number[]): string | undefined {
  const paid = prices.filter((price) => price > 0);
  if (paid.length === 0) return undefined;
  const [least, most] = [Math.min(...prices), Math.max(...prices)].map((price) => `£${Number.isInteger(price) ? price : price.toFixed(2)}`);
  return least === most ? least : `${least} to ${most}`;
}
