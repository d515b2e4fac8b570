import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { keepWords } from '#database/listedWords.ts';
import { reminderDueAt } from '#events/reminders/dueAt.ts';
import { nameWords } from '#language/hearing/nameWords.ts';
import { fingerprintOf, type Located, type SessionChanges, sessionChanges } from './changes.ts';
import type { FeedRead, Listing, SessionListing } from './listing.ts';

export interface Saving {
  readonly source: string;
  readonly read: FeedRead;
  readonly now: Date;
  locate(session: SessionListing): Located;
}

/** How many events came of an import. */
export interface Saved {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly vanished: number;
}

/** Events that are compared together: some thousand sessions at most. */
const eventsAtOnce = 200;
/** The largest feed takes a fraction of it. */
const savingMs = 300_000;

/** Saves what was read of a source, all of it or nothing. Two imports of one source wait for each other. */
export function saveFeed(database: PrismaClient, saving: Saving): Promise<Saved> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`events ${saving.source}`}, 0))`;
      const { listings } = saving.read;
      const saved = { added: 0, changed: 0, unchanged: 0 };
      for (let from = 0; from < listings.length; from += eventsAtOnce) {
        const part = await saveSome(transaction, listings.slice(from, from + eventsAtOnce), saving);
        saved.added += part.added;
        saved.changed += part.changed;
        saved.unchanged += part.unchanged;
      }
      await transaction.$executeRaw(keepWords(listings.flatMap(({ title }) => nameWords(title))));
      return { ...saved, vanished: await markVanished(transaction, saving) };
    },
    { timeout: savingMs, maxWait: savingMs },
  );
}

async function saveSome(transaction: Prisma.TransactionClient, listings: readonly Listing[], saving: Saving) {
  const { source, now } = saving;
  const kept = await transaction.event.findMany({
    where: { source, uid: { in: listings.map(({ uid }) => uid) } },
    include: { sessions: { where: { endsAt: { gte: now } } } },
  });
  const byUid = new Map(kept.map((event) => [event.uid, event]));
  const fresh: Prisma.EventCreateManyInput[] = [];
  const sessions: NewSession[] = [];
  let changed = 0;
  for (const listing of listings) {
    const was = byUid.get(listing.uid);
    const id = was?.id ?? randomUUID();
    const changes = sessionChanges(was?.sessions ?? [], listing, saving.locate);
    const event = eventRow(listing, now);
    sessions.push(...changes.added.map((added) => ({ id: randomUUID(), event_id: id, ...added })));
    if (!was) fresh.push({ id, source, uid: listing.uid, importedAt: now, ...event, cancelledAt: listing.cancelled ? now : null });
    else {
      const same = was.fingerprint === event.fingerprint && was.vanishedAt === null;
      if (!same) {
        const cancelledAt = listing.cancelled ? (was.cancelledAt ?? now) : null;
        await transaction.event.update({ where: { id }, data: { ...event, cancelledAt, vanishedAt: null } });
      }
      await changeSessions(transaction, changes, now);
      if (!same || changes.added.length + changes.changed.length + changes.vanished.length > 0) changed++;
    }
  }
  await transaction.event.createMany({ data: fresh });
  await addSessions(transaction, sessions, now);
  return { added: fresh.length, changed, unchanged: listings.length - fresh.length - changed };
}

async function changeSessions(transaction: Prisma.TransactionClient, { changed, vanished }: SessionChanges, now: Date): Promise<void> {
  for (const { id, row, cancelled, moved } of changed) {
    const cancelledAt = cancelled ? { cancelledAt: now } : { cancelledAt: null };
    await transaction.eventSession.update({
      where: { id },
      data: { ...row, ...cancelledAt, vanishedAt: null, changedAt: now, revision: { increment: 1 } },
    });
    if (moved) await moveReminders(transaction, id, row.startsAt, now);
  }
  if (vanished.length > 0)
    await transaction.eventSession.updateMany({
      where: { id: { in: [...vanished] } },
      data: { vanishedAt: now, changedAt: now, revision: { increment: 1 } },
    });
}

interface NewSession {
  readonly id: string;
  readonly event_id: string;
  readonly key: string;
  readonly row: SessionChanges['added'][number]['row'];
  readonly cancelled: boolean;
}

/** All of them in one statement, as one text: a series has hundreds, and a parameter for each column of each would hold up the process. */
async function addSessions(transaction: Prisma.TransactionClient, sessions: readonly NewSession[], now: Date): Promise<void> {
  const rows = sessions.map(({ row: { startsAt, endsAt, allDay, stepFree, ...row }, ...named }) => {
    return { ...named, ...row, starts_at: startsAt, ends_at: endsAt, all_day: allDay, step_free: stepFree };
  });
  await transaction.$executeRaw`
    INSERT INTO event_session (id, event_id, key, title, venue, address, postcode, easting, northing, starts_at, ends_at, all_day, lasting, words,
      audiences, free, step_free, revision, changed_at, cancelled_at)
    SELECT id, event_id, key, title, venue, address, postcode, easting, northing, starts_at, ends_at, all_day, lasting, words,
      audiences, free, step_free, 0, ${now}, CASE WHEN cancelled THEN ${now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS session (id uuid, event_id uuid, key text, title text, venue text, address text,
      postcode text, easting int, northing int, starts_at timestamptz, ends_at timestamptz, all_day boolean, lasting boolean, words text, audiences text[], free boolean, step_free boolean, cancelled boolean)`;
}

/** Whoever asked to be reminded is reminded of the day that it is now, once more if they were reminded of another. */
async function moveReminders(transaction: Prisma.TransactionClient, sessionId: string, startsAt: Date, now: Date): Promise<void> {
  const dueAt = reminderDueAt(startsAt, now);
  if (dueAt) await transaction.eventReminder.updateMany({ where: { sessionId }, data: { dueAt, remindedAt: null } });
}

/** What the source lists no more, or says is deleted, and is not over yet. A record that was refused this time stays as it was. */
async function markVanished(transaction: Prisma.TransactionClient, { source, read, now }: Saving): Promise<number> {
  const there = [...read.listings.map(({ uid }) => uid), ...read.refused.flatMap(({ uid }) => uid ?? [])];
  const gone = await transaction.event.findMany({
    where: {
      source,
      vanishedAt: null,
      sessions: { some: { endsAt: { gte: now } } },
      ...(read.whole ? { uid: { notIn: there } } : { uid: { in: [...read.deleted] } }),
    },
    select: { id: true },
  });
  const ids = gone.map(({ id }) => id);
  const mark = { vanishedAt: now, changedAt: now };
  await transaction.event.updateMany({ where: { id: { in: ids } }, data: mark });
  const ofThese = { OR: [{ eventId: { in: ids } }, { key: { in: [...read.deleted] }, event: { source } }] };
  await transaction.eventSession.updateMany({
    where: { ...ofThese, endsAt: { gte: now }, vanishedAt: null },
    data: { ...mark, revision: { increment: 1 } },
  });
  return ids.length;
}

function eventRow(listing: Listing, now: Date) {
  const { title, organiser, online, topics } = listing;
  return {
    title,
    description: listing.description ?? null,
    organiser,
    url: listing.url ?? null,
    topics: [...topics],
    cost: listing.cost ?? null,
    online,
    fingerprint: fingerprintOf(listing),
    changedAt: now,
  };
}
