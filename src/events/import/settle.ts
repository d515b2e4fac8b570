import { audiencesNamed } from '#events/audiences.ts';
import { horizonMs, longest, longestDescription, longestMs, mostSessions, mostTopics } from '#events/limits.ts';
import { type Draft, type DraftSession, type Listing, type Reading, RecordRefused, type SessionListing, type Venue } from './listing.ts';
import { oneLine, plainText } from './plainText.ts';

/**
 * The one gate for records of every format: texts become plain and short, organiser and venue are both named, sessions lie between now and the
 * horizon. Nothing where no session does. Throws `RecordRefused` with the reason.
 */
export function settle(draft: Draft, reading: Reading): Listing | undefined {
  const uid = draft.uid?.trim() ?? '';
  if (uid === '') throw new RecordRefused('has no id, so that it could not be found again at the next import');
  if (uid.length > longest.uid) throw new RecordRefused(`has an id of over ${longest.uid} characters`);
  const title = oneLine(draft.title ?? '', longest.title);
  if (title === '') throw new RecordRefused('has no title');
  const organiser = oneLine(draft.organiser || reading.organiser || '', longest.organiser);
  if (organiser === '') throw new RecordRefused('names no organiser: add it in the feed, or import with --organiser NAME');
  const categories = (draft.categories ?? []).map((category) => oneLine(category, longest.topic)).filter(Boolean);
  const online = draft.online ?? false;
  const sessions = draft.sessions
    .filter((session) => isNear(session, reading.now))
    .map((session) => settleSession(session, { draft, title, online, reading }));
  if (sessions.length === 0) return undefined;
  if (sessions.length > mostSessions) throw new RecordRefused(`has more than ${mostSessions} sessions in half a year`);
  const cost = oneLine(draft.cost ?? '', longest.cost) || undefined;
  return {
    uid,
    title,
    description: plainText(draft.description ?? '', longestDescription) || undefined,
    organiser,
    url: webAddress(draft.url),
    audiences: [...new Set([...(draft.audiences ?? []), ...audiencesNamed([title, ...categories].join('. '))])].sort(),
    topics: [...new Set(categories.map(topicKey).filter(Boolean))].slice(0, mostTopics),
    free: draft.free ?? (categories.some((category) => /^free( entry| event)?$/i.test(category)) || undefined),
    cost,
    stepFree: draft.stepFree ?? (categories.some((category) => /^(step[- ]free|wheelchair accessible)$/i.test(category)) || undefined),
    online,
    cancelled: draft.cancelled ?? false,
    complete: draft.complete ?? true,
    sessions,
  };
}

interface Around {
  readonly draft: Draft;
  readonly title: string;
  readonly online: boolean;
  readonly reading: Reading;
}

function settleSession(session: DraftSession, { draft, title, online, reading }: Around): SessionListing {
  const { startsAt, endsAt } = session;
  if (endsAt < startsAt) throw new RecordRefused('ends before it begins');
  if (endsAt.getTime() - startsAt.getTime() > longestMs) throw new RecordRefused('lasts for more than a year: those are opening times');
  const venue = settleVenue({ ...draft.venue, ...session.venue }, reading);
  if (!venue && !online) throw new RecordRefused('names no venue: add it in the feed, or import with --venue NAME');
  return { ...session, title: oneLine(session.title ?? '', longest.title) || title, venue };
}

function settleVenue(venue: Partial<Venue>, reading: Reading): Venue | undefined {
  const name = oneLine(venue.name || reading.venue || '', longest.venue);
  if (name === '') return undefined;
  const { point } = venue;
  const real = point && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined;
  const address = oneLine(venue.address ?? '', longest.address) || undefined;
  return { name, address, postcode: venue.postcode ?? postcodeIn(`${address ?? ''} ${name}`), point: real };
}

/** A full postcode that is written in an address. */
export function postcodeIn(address: string): string | undefined {
  const [, out, inward] = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/i.exec(address) ?? [];
  return out && inward ? `${out} ${inward}`.toUpperCase() : undefined;
}

function isNear({ startsAt, endsAt }: DraftSession, now: Date): boolean {
  if (Number.isNaN(startsAt.getTime()) || Number.isNaN(endsAt.getTime())) throw new RecordRefused('has a time that cannot be read');
  return endsAt >= now && startsAt.getTime() <= now.getTime() + horizonMs;
}

/** A link that is only ever a link: http or https. */
function webAddress(url: string | undefined): string | undefined {
  if (!url || url.length > longest.url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** "Arts & Crafts" is `arts-crafts`. */
export function topicKey(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
