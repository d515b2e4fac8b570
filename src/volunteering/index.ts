import { londonDay } from '#calendar/londonDay.ts';
import type { Prisma } from '#database/prisma.ts';
import { plain } from '#language/hearing/clean.ts';
import { type GridPoint, metresInAMile, type Places } from '#places';
import { isOverdue, statusOf, usuallyRepliesIn } from './enquiry.ts';
import { faultsIn, OpportunitiesRefused, readOpportunities } from './file.ts';
import { type OpportunityRow, opportunityShape } from './opportunity.ts';
import { type Barriers, createStore, type FoundRow, type Taken } from './store.ts';

export { nudgeAfterDays, workingDaysLater } from './enquiry.ts';
export type { Barriers } from './store.ts';
export { recordVolunteeringFact } from './store.ts';
export { OpportunitiesRefused };

export interface VolunteeringNeeds {
  readonly database: Prisma;
  readonly places: Pick<Places, 'find'>;
  readonly people: {
    seal(address: string): Uint8Array;
    open(sealed: Uint8Array): string;
    lookup(channel: string, address: string): Uint8Array;
  };
  readonly clock: () => Date;
}

/** An opportunity as it is told. */
export interface Opportunity extends Omit<FoundRow, 'metres' | 'phone'> {
  /** Absent where it is done from home, or there is nowhere to measure from. */
  readonly miles: number | undefined;
  /** Whether the group can be texted, so that a wish to help can be handed over. */
  readonly reachable: boolean;
}

export interface Wish {
  /** The person's own words; none is whatever there is. */
  readonly words: string;
  readonly near: GridPoint | undefined;
  readonly barriers: Barriers;
}

/** So many are ready for "more": three times three. */
const mostFound = 9;
/** Rows that go to the database together. */
const rowsAtOnce = 200;
/** Own words are few. Characters. */
const longestWords = 100;
/** A file of more is something else. */
const mostRows = 50_000;

/** Told of every row that is not taken, and of what to mend in one that is. */
export type OnRefused = (line: number, reason: string) => void;

export type Volunteering = ReturnType<typeof createVolunteering>;

/** What groups look for help with, and people who want to give it. */
export function createVolunteering({ database, places, people, clock }: VolunteeringNeeds) {
  const store = createStore(database);

  /** A row with its place found and its number sealed. */
  async function placed(row: OpportunityRow, tell: (reason: string) => void): Promise<Taken> {
    const place = row.place === undefined ? undefined : await places.find(row.place, 'en-GB');
    const point = place?.found === 'one' ? place.place.point : undefined;
    if (row.place !== undefined && !point && !row.remote)
      tell(`is in a place that nobody knows, and is shown without a distance: ${row.place}`);
    return { row, point, phone: row.phone === undefined ? undefined : new Uint8Array(people.seal(row.phone)) };
  }

  return {
    /** At most nine that fit, nearest first, equals taking turns from day to day. Where no words fit, without them. */
    async search({ words, near, barriers }: Wish): Promise<readonly Opportunity[]> {
      const asked = { near, barriers, rotation: londonDay(clock()), limit: mostFound };
      const spoken = plain(words.slice(0, longestWords)).split(' ').filter(Boolean);
      for (const query of spoken.length > 0 ? [spoken.join(' '), spoken.join(' or ')] : [undefined]) {
        const found = await store.search({ ...asked, query });
        if (found.length > 0) return found.map(asTold);
      }
      return [];
    },

    /** At most nine whose titles hold all these words, nearest first. The words are in the form for comparing. */
    async called(words: readonly string[], near: GridPoint | undefined): Promise<readonly Opportunity[]> {
      if (words.length === 0) return [];
      const asked = { query: words.join(' '), near, barriers: {}, rotation: londonDay(clock()), limit: mostFound };
      return (await store.called(asked)).map(asTold);
    },

    async find(id: string): Promise<Opportunity | undefined> {
      const found = await store.find(id);
      return found && asTold(found);
    },

    /** In how many days a group usually replies, where enough is known of it. */
    repliesIn: async (organisation: string): Promise<number | undefined> => usuallyRepliesIn(await store.answersOf(organisation)),

    /** What names a person, sealed. */
    seal: (words: string): Uint8Array => people.seal(words),

    /** Where the group of an opportunity is reached by text. */
    async groupOf(id: string) {
      const phone = (await store.find(id))?.phone;
      if (!phone) return undefined;
      return { channel: 'sms', lookup: people.lookup('sms', people.open(phone)), address: phone };
    },

    /** An enquiry that is still to be answered, to be read by its group alone. */
    async openEnquiry(id: string) {
      const found = await store.enquiry(id);
      if (!found?.name || !found.contact) return undefined;
      const { title, organisation } = found.opportunity;
      return { title, organisation, name: people.open(found.name), contact: people.open(found.contact) };
    },

    /** Forgets who wrote to a group that has not replied. It may reply still. */
    async forgetUnanswered(now: Date): Promise<void> {
      const over = (await store.unanswered()).filter(({ sentAt }) => isOverdue(sentAt, now));
      if (over.length > 0) await store.forget(over.map(({ id }) => id));
    },

    /** Enquiries since a time with what came of them, for officers: no name, no number. */
    async enquiries(since: Date) {
      return (await store.enquiries(since)).map(({ opportunity, ...facts }) => ({
        ...opportunity,
        sentAt: facts.sentAt,
        status: statusOf(facts, clock()),
      }));
    },

    /**
     * Takes a table in, in bounded memory. What the same source named before and names no longer is marked as vanished; where a row does not hold
     * its listing stays as it was, and a table with no row that holds takes nothing down.
     */
    async importFrom(source: string, input: AsyncIterable<Uint8Array | string>, onRefused: OnRefused) {
      const taken = new Set<string>();
      const named = new Set<string>();
      let broken = false;
      let batch: Taken[] = [];
      for await (const read of readOpportunities(input)) {
        const refused = 'refused' in read ? read.refused : reasonAgainst(read.row, taken);
        if (refused !== undefined) onRefused(read.line, refused);
        const id = 'row' in read ? read.row.id : read.id;
        if (id === undefined) broken = true;
        else named.add(id);
        if (refused !== undefined || !('row' in read)) continue;
        taken.add(read.row.id);
        batch.push(await placed(read.row, (reason) => onRefused(read.line, reason)));
        if (batch.length < rowsAtOnce) continue;
        await store.save(source, batch);
        batch = [];
      }
      if (batch.length > 0) await store.save(source, batch);
      // A row without an id may be any of them.
      const vanished = taken.size === 0 || broken ? 0 : await store.markVanished(source, [...named], clock());
      return { taken: taken.size, vanished };
    },

    /** Lists what a group offered, by the columns of a table. Says what it is called. Throws where it does not hold. */
    async listOffered(id: string, record: object): Promise<string> {
      const parsed = opportunityShape.safeParse({ id, ...record });
      if (!parsed.success) throw new OpportunitiesRefused(`It cannot be listed: ${faultsIn(parsed.error)}.`);
      await store.save(`offered as ${id}`, [await placed(parsed.data, () => undefined)]);
      return parsed.data.title;
    },

    isAnyWanted: () => store.isAny(),
  };
}

function asTold({ metres, phone, ...row }: FoundRow): Opportunity {
  return { ...row, miles: metres === null ? undefined : metres / metresInAMile, reachable: phone !== null };
}

function reasonAgainst({ id }: OpportunityRow, taken: ReadonlySet<string>): string | undefined {
  if (taken.has(id)) return `has the id ${id} of another row`;
  return taken.size >= mostRows ? `comes after ${mostRows} others: make several files of it` : undefined;
}
