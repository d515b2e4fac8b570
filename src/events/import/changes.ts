import { createHash } from 'node:crypto';
import { lastingMs } from '#events/limits.ts';
import { cutWord } from '#events/word.ts';
import { plain } from '#language/hearing/clean.ts';
import type { Listing, SessionListing } from './listing.ts';

/** Where a session is on the British National Grid, in metres; nothing where nobody knows. */
export interface Located {
  readonly easting: number | null;
  readonly northing: number | null;
}

/** What is kept of a session, as its row has it. */
export interface SessionRow extends Located {
  readonly title: string;
  readonly venue: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly lasting: boolean;
  readonly words: string;
  readonly audiences: string[];
  readonly free: boolean | null;
  readonly stepFree: boolean | null;
}

export interface KeptSession extends SessionRow {
  readonly id: string;
  readonly key: string;
  readonly cancelledAt: Date | null;
  readonly vanishedAt: Date | null;
}

export interface SessionChanges {
  readonly added: readonly { readonly key: string; readonly row: SessionRow; readonly cancelled: boolean }[];
  readonly changed: readonly { readonly id: string; readonly row: SessionRow; readonly cancelled: boolean; readonly moved: boolean }[];
  /** Ids of those that its source lists no more. */
  readonly vanished: readonly string[];
}

/** What an import changes of an event's sessions. `kept` are those that are not over; what is over stays as it was. */
export function sessionChanges(
  kept: readonly KeptSession[],
  listing: Listing,
  locate: (session: SessionListing) => Located,
): SessionChanges {
  const before = new Map(kept.map((session) => [session.key, session]));
  const added: SessionChanges['added'][number][] = [];
  const changed: SessionChanges['changed'][number][] = [];
  for (const session of listing.sessions) {
    const row = rowOf(session, listing, locate(session));
    const cancelled = session.cancelled || listing.cancelled;
    const was = before.get(session.key);
    before.delete(session.key);
    if (!was) added.push({ key: session.key, row, cancelled });
    else if (was.vanishedAt || cancelled !== (was.cancelledAt !== null) || !isSame(was, row)) {
      changed.push({ id: was.id, row, cancelled, moved: was.startsAt.getTime() !== row.startsAt.getTime() });
    }
  }
  const gone = listing.complete ? [...before.values()].filter(({ vanishedAt }) => vanishedAt === null) : [];
  return { added, changed, vanished: gone.map(({ id }) => id) };
}

function rowOf(session: SessionListing, listing: Listing, located: Located): SessionRow {
  const { title, venue, startsAt, endsAt, allDay } = session;
  return {
    title,
    venue: venue?.name ?? null,
    address: venue?.address ?? null,
    postcode: venue?.postcode ?? null,
    ...located,
    startsAt,
    endsAt,
    allDay,
    lasting: endsAt.getTime() - startsAt.getTime() > lastingMs,
    words: wordsOf([title, venue?.name, venue?.address, listing.organiser, ...listing.topics, listing.online ? 'online' : undefined]),
    audiences: [...listing.audiences],
    free: listing.free ?? null,
    stepFree: listing.stepFree ?? null,
  };
}

/** Each word once, with a space on either side. */
function wordsOf(parts: readonly (string | undefined)[]): string {
  const words = plain(parts.filter(Boolean).join(' ')).split(' ');
  return ` ${[...new Set(words.map(cutWord))].join(' ')} `;
}

const columns = [
  'title',
  'venue',
  'address',
  'postcode',
  'easting',
  'northing',
  'allDay',
  'words',
  'free',
  'stepFree',
] as const satisfies readonly (keyof SessionRow)[];

function isSame(was: SessionRow, is: SessionRow): boolean {
  return (
    was.startsAt.getTime() === is.startsAt.getTime() &&
    was.endsAt.getTime() === is.endsAt.getTime() &&
    was.audiences.join() === is.audiences.join() &&
    columns.every((column) => was[column] === is[column])
  );
}

/** Tells whether what is said of an event, its sessions apart, is what was said before. */
export function fingerprintOf({ sessions: _, complete: __, ...said }: Listing): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
