import type { Prisma } from '#database/prisma.ts';
import type { Places } from '#places';
import { calendarOf } from './feeds/calendar.ts';
import { eventsAsJson } from './feeds/json.ts';
import { type Feed, type Imported, importFeed } from './import/index.ts';
import { FeedRefused, type Refused } from './import/listing.ts';
import type { Session } from './kinds.ts';
import type { PlannedReminder, Reminder } from './reminders/due.ts';
import { dueReminders, forgetReminders, isAsked, markReminded, reminderHolds } from './reminders/store.ts';
import { type FeedWanted, type FoundPage, findSessions, isAnyAhead, sessionById, sessionsForFeed } from './search/store.ts';
import type { Wanted } from './search/wanted.ts';

export { type Audience, audiences } from './audiences.ts';
export type { Feed, Imported } from './import/index.ts';
export { type Format, formats } from './import/readFeed.ts';
export type { Session } from './kinds.ts';
export { type PlannedReminder, type Reminder, reminderInWords } from './reminders/due.ts';
export { reminderDueAt } from './reminders/dueAt.ts';
export { recordEventFact } from './reminders/store.ts';
export type { FeedWanted, Found, FoundPage } from './search/store.ts';
export type { Hours, Wanted } from './search/wanted.ts';
export { FeedRefused, type Refused };

export interface EventsNeeds {
  readonly database: Prisma;
  readonly places: Pick<Places, 'find'>;
  readonly clock: () => Date;
  /** Where our pages are, with no slash at the end. */
  readonly publicUrl: string;
}

/** What is on: taken in from feeds, found by people, published again. */
export interface Events {
  /** Throws `FeedRefused` where the feed as a whole is none; nothing changes then. */
  importFeed(feed: Feed): Promise<Imported>;
  /** Lists an event that a group offered, in schema.org's words. Says what it is called. Throws `FeedRefused` where it does not hold. */
  listOffered(id: string, record: object): Promise<string>;
  /** Nearest and soonest first, each event once, at most `limit`. */
  find(wanted: Wanted, limit: number): Promise<FoundPage>;
  session(id: string): Promise<Session | undefined>;
  /** Whether there is anything to be shown at all. */
  isAnythingOn(): Promise<boolean>;
  /** The address of a session's calendar file. */
  calendarLink(sessionId: string): string;
  /** Whether somebody is to be reminded of a session already. */
  isReminded(contactPointId: string, sessionId: string): Promise<boolean>;
  /** What is to be sent now to those who asked for it: hand each over for sending, then say so with `reminded`. */
  remindersDue(now: Date): Promise<readonly Reminder[]>;
  reminded(reminders: readonly Pick<Reminder, 'id' | 'about'>[]): Promise<void>;
  /** Whether one that was handed over and has not left yet is still so. */
  reminderHolds(planned: PlannedReminder): Promise<boolean>;
  /** Forgets who asked, a day after it was. */
  forgetReminders(): Promise<number>;
  /** A session's calendar file; nothing where there is no such session. */
  sessionAsCalendar(id: string): Promise<Published | undefined>;
  feedAsCalendar(wanted: FeedWanted): Promise<Published>;
  feedAsJson(wanted: FeedWanted): Promise<Published>;
}

/** A document for calendars and machines, and when something in it last changed. */
export interface Published {
  readonly text: string;
  readonly changedAt: Date | undefined;
}

const dayMs = 86_400_000;
/** A feed tells of the next two months, the most that calendars show at once, and of at most so many sessions. */
const feedDays = 60;
const mostInFeed = 2_000;

export function createEvents(needs: EventsNeeds): Events {
  const { database, clock, publicUrl } = needs;
  const limits = () => {
    const now = clock();
    return { from: now, to: new Date(now.getTime() + feedDays * dayMs), most: mostInFeed };
  };
  const latest = (dates: readonly Date[]) => (dates.length > 0 ? new Date(Math.max(...dates.map((date) => date.getTime()))) : undefined);

  return {
    importFeed: (feed) => importFeed(needs, feed),
    async listOffered(id, record) {
      const { sessions, refused } = await importFeed(needs, { source: `offered as ${id}`, text: JSON.stringify(record), format: 'json' });
      if (sessions === 0)
        throw new FeedRefused(`It cannot be listed: it ${refused[0]?.reason ?? 'is over, or more than half a year ahead'}.`);
      return 'name' in record ? String(record.name) : id;
    },
    find: (wanted, limit) => findSessions(database, wanted, limit),
    session: (id) => sessionById(database, id),
    isAnythingOn: () => isAnyAhead(database, clock()),
    calendarLink: (sessionId) => `${publicUrl}/events/${sessionId}.ics`,
    isReminded: (contactPointId, sessionId) => isAsked(database, contactPointId, sessionId),
    remindersDue: (now) => dueReminders(database, now),
    reminded: (reminders) => markReminded(database, reminders, clock()),
    reminderHolds: (planned) => reminderHolds(database, planned),
    forgetReminders: () => forgetReminders(database, new Date(clock().getTime() - dayMs)),
    async sessionAsCalendar(id) {
      const [session] = await sessionsForFeed(database, { id }, { from: new Date(0), to: new Date(8.64e15), most: 1 });
      return session && { text: calendarOf([session], publicUrl), changedAt: session.changedAt };
    },
    async feedAsCalendar(wanted) {
      const sessions = await sessionsForFeed(database, wanted, limits());
      return { text: calendarOf(sessions, publicUrl), changedAt: latest(sessions.map(({ changedAt }) => changedAt)) };
    },
    async feedAsJson(wanted) {
      const sessions = await sessionsForFeed(database, wanted, limits());
      return { text: eventsAsJson(sessions, publicUrl), changedAt: latest(sessions.map(({ changedAt }) => changedAt)) };
    },
  };
}
