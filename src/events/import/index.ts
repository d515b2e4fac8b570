import type { PrismaClient } from '#database/generated/client.ts';
import { largestFeed } from '#events/limits.ts';
import { gridPoint, type Places } from '#places';
import { readApart } from './apart.ts';
import type { Located } from './changes.ts';
import { type FeedRead, FeedRefused, type Refused, type SessionListing, type Venue } from './listing.ts';
import type { Format } from './readFeed.ts';
import { type Saved, saveFeed } from './store.ts';

export interface Feed {
  /** Names where it is from, the same each time: its address, or the name of the file. */
  readonly source: string;
  readonly text: string;
  readonly format?: Format | undefined;
  /** Stand for what its records do not say. */
  readonly organiser?: string | undefined;
  readonly venue?: string | undefined;
}

export interface Imported extends Saved {
  readonly source: string;
  readonly sessions: number;
  /** Records with nothing from now to the horizon. */
  readonly notNow: number;
  readonly refused: readonly Refused[];
}

export interface ImportNeeds {
  readonly database: PrismaClient;
  readonly places: Pick<Places, 'find'>;
  readonly clock: () => Date;
}

/** Takes a feed in. Throws `FeedRefused` where it is nothing that could be taken in; then nothing changes. */
export async function importFeed({ database, places, clock }: ImportNeeds, feed: Feed): Promise<Imported> {
  if (Buffer.byteLength(feed.text) > largestFeed) throw new FeedRefused(`It is larger than ${largestFeed / 1024 ** 2} MiB.`);
  const now = clock();
  const { text, format, organiser, venue, source } = feed;
  const read = await readApart(text, format, { now, organiser, venue });
  const located = await locateVenues(read, places);
  const locate = (session: SessionListing) => located.get(nameOf(session.venue)) ?? nowhere;
  const saved = await saveFeed(database, { source, read, now, locate });
  const sessions = read.listings.reduce((sum, listing) => sum + listing.sessions.length, 0);
  return { source, ...saved, sessions, notNow: read.notNow, refused: read.refused };
}

const nowhere: Located = { easting: null, northing: null };

/** Each venue once: by its coordinates, else its postcode, else by a name that we are sure of. */
async function locateVenues({ listings }: FeedRead, places: Pick<Places, 'find'>): Promise<ReadonlyMap<string, Located>> {
  const located = new Map<string, Located>();
  for (const { venue } of listings.flatMap(({ sessions }) => sessions)) {
    if (venue && !located.has(nameOf(venue))) located.set(nameOf(venue), await locateVenue(venue, places));
  }
  return located;
}

async function locateVenue({ point, postcode, name, address }: Venue, places: Pick<Places, 'find'>): Promise<Located> {
  const exact = point && gridPoint(point.latitude, point.longitude);
  if (exact) return exact;
  const town = address?.split(',').at(-1);
  for (const words of [postcode, name, town]) {
    const found = words ? await places.find(words, 'en-GB') : undefined;
    const near = found?.found === 'one' && found.sure ? found.place : found?.found === 'notSure' ? found.near : undefined;
    if (near?.point) return near.point;
  }
  return nowhere;
}

const nameOf = (venue: Venue | undefined) => JSON.stringify(venue ?? null);
