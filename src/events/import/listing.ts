import type { Audience } from '#events/audiences.ts';

/** What a record of a feed comes to, in whatever format it was. */
export interface Listing {
  /** Its id in its source, the same each time. */
  readonly uid: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly organiser: string;
  readonly url: string | undefined;
  readonly audiences: readonly Audience[];
  /** Keys such as `arts-and-crafts`. */
  readonly topics: readonly string[];
  /** Undefined where the source does not say; so for `stepFree`. */
  readonly free: boolean | undefined;
  readonly cost: string | undefined;
  readonly stepFree: boolean | undefined;
  readonly online: boolean;
  readonly cancelled: boolean;
  /** Whether these are all its sessions: then one that is not among them has vanished. */
  readonly complete: boolean;
  readonly sessions: readonly SessionListing[];
}

export interface SessionListing {
  /** Names the session for good: its id in its source, else when it was first to begin, as an ISO instant, or `onlySession`. A session that is moved keeps it. */
  readonly key: string;
  readonly title: string;
  readonly venue: Venue | undefined;
  readonly startsAt: Date;
  /** The same as `startsAt` where no end is known. */
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly cancelled: boolean;
}

/** The key of an event's one session: whatever day it is moved to, it is the same. */
export const onlySession = 'only';

export interface Venue {
  readonly name: string;
  readonly address: string | undefined;
  readonly postcode: string | undefined;
  /** Degrees (WGS 84). */
  readonly point: { readonly latitude: number; readonly longitude: number } | undefined;
}

/** A record as a reader found it: nothing checked yet. */
export interface Draft {
  readonly uid: string | undefined;
  readonly title: string | undefined;
  readonly description?: string | undefined;
  readonly organiser?: string | undefined;
  readonly url?: string | undefined;
  /** Words that may name audiences, "free" or "step-free". */
  readonly categories?: readonly string[];
  readonly audiences?: readonly Audience[];
  readonly free?: boolean | undefined;
  readonly cost?: string | undefined;
  readonly stepFree?: boolean | undefined;
  readonly online?: boolean;
  readonly cancelled?: boolean;
  readonly complete?: boolean;
  readonly venue?: Partial<Venue> | undefined;
  readonly sessions: readonly DraftSession[];
}

export interface DraftSession extends Omit<SessionListing, 'title' | 'venue'> {
  readonly title?: string | undefined;
  readonly venue?: Partial<Venue> | undefined;
}

/** A record that was not taken in, named so that whoever keeps the feed finds it. */
export interface Refused {
  readonly record: string;
  readonly reason: string;
  /** Where it has an id: what was taken in of it before stays as it was. */
  readonly uid?: string | undefined;
}

export interface FeedRead {
  readonly listings: readonly Listing[];
  readonly refused: readonly Refused[];
  /** Ids of events and sessions that the feed says are deleted. */
  readonly deleted: readonly string[];
  /** Records whose sessions are all over, or beyond the horizon. */
  readonly notNow: number;
  /** Whether what is not in it has vanished; a page of changes says nothing of the rest. */
  readonly whole: boolean;
}

/** The feed as a whole is nothing that could be taken in; nothing that was there before changes. The words say why, for whoever keeps it. */
export class FeedRefused extends Error {}

/** When a feed is read, and what stands for what its records do not say. */
export interface Reading {
  readonly now: Date;
  /** Told the place of each record as it is begun; those that held up the reading before are left out. */
  readonly watch?: { readonly begun: (place: number) => void; readonly heldUp: readonly number[] };
  readonly organiser?: string | undefined;
  readonly venue?: string | undefined;
}

/** The reason why a record is refused, for `Refused`. */
export class RecordRefused extends Error {}
