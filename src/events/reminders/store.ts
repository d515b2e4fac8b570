import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import type { EventFact } from '#events/facts.ts';
import type { Language } from '#language/languages.ts';
import type { PlannedReminder, Reminder } from './due.ts';

/** Records that somebody asked to be reminded, or wants it no more. Asking again renews it. */
export async function recordEventFact(transaction: Prisma.TransactionClient, fact: EventFact, at: Date): Promise<void> {
  const { contactPointId, sessionId } = fact;
  if (fact.kind === 'eventReminderDropped')
    return void (await transaction.eventReminder.deleteMany({ where: { contactPointId, sessionId } }));
  const { language, dueAt } = fact;
  await transaction.eventReminder.upsert({
    where: { contactPointId_sessionId: { contactPointId, sessionId } },
    create: { id: randomUUID(), contactPointId, sessionId, language, askedAt: at, dueAt },
    update: { language, askedAt: at, dueAt, remindedAt: null, calledOffAt: null },
  });
}

/** At most so many are handed out at once; the rest are due a moment later. */
const mostAtOnce = 500;

/**
 * What is to be sent now: reminders whose time has come, and word of sessions that are off. Nobody who has opted out or cannot be reached is among them,
 * and nothing whose session has begun.
 */
export async function dueReminders(database: PrismaClient, now: Date): Promise<readonly Reminder[]> {
  const rows = await database.eventReminder.findMany({
    where: {
      contactPoint: { optedOutAt: null, unreachableAt: null },
      calledOffAt: null,
      session: { startsAt: { gt: now } },
      OR: [
        { remindedAt: null, dueAt: { lte: now }, session: { cancelledAt: null, vanishedAt: null } },
        { session: { cancelledAt: { not: null } } },
        { session: { vanishedAt: { not: null } } },
      ],
    },
    include: { session: { include: { event: { select: { organiser: true } } } } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: mostAtOnce,
  });
  return rows.map(({ id, contactPointId, language, session }) => ({
    id,
    contactPointId,
    language: language as Language,
    about: aboutNow(session),
    session: {
      id: session.id,
      title: session.title,
      venue: session.venue ?? undefined,
      organiser: session.event.organiser,
      startsAt: session.startsAt,
      allDay: session.allDay,
    },
  }));
}

/** What there is to be told of a session, as it is listed now. */
function aboutNow(session: { readonly cancelledAt: Date | null; readonly vanishedAt: Date | null }): Reminder['about'] {
  return session.cancelledAt ? 'cancelled' : session.vanishedAt ? 'vanished' : 'tomorrow';
}

/** Whether what was planned to be told is still so: still wished for, of that beginning, and listed as it was. */
export async function reminderHolds(database: PrismaClient, { id, about, startsAt }: PlannedReminder): Promise<boolean> {
  const found = await database.eventReminder.findUnique({ where: { id }, select: { session: true } });
  return found !== null && found.session.startsAt.getTime() === startsAt.getTime() && aboutNow(found.session) === about;
}

/** Marks reminders as handed over for sending. Said again it changes nothing. */
export async function markReminded(database: PrismaClient, reminders: readonly Pick<Reminder, 'id' | 'about'>[], now: Date): Promise<void> {
  const ids = (off: boolean) => reminders.filter(({ about }) => (about !== 'tomorrow') === off).map(({ id }) => id);
  await database.$transaction([
    database.eventReminder.updateMany({ where: { id: { in: ids(false) }, remindedAt: null }, data: { remindedAt: now } }),
    database.eventReminder.updateMany({ where: { id: { in: ids(true) }, calledOffAt: null }, data: { calledOffAt: now } }),
  ]);
}

/** Forgets who wanted to be reminded of what, once it is over. Returns how many. */
export async function forgetReminders(database: PrismaClient, before: Date): Promise<number> {
  return (await database.eventReminder.deleteMany({ where: { session: { endsAt: { lt: before } } } })).count;
}

/** Whether this contact point is to be reminded of a session. */
export async function isAsked(database: PrismaClient, contactPointId: string, sessionId: string): Promise<boolean> {
  return (await database.eventReminder.count({ where: { contactPointId, sessionId } })) > 0;
}
