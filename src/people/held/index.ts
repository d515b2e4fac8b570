import type { Consultations } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import { recordAudit } from '#staff';
import { type Contact, createContacts } from '../contacts/index.ts';
import type { People } from '../index.ts';
import { asPhone } from '../phone.ts';
import { reachOf } from './reach.ts';
import { readable } from './readable.ts';
import { createHeldStore, type HeldDesk, type HeldRows, type RespondentKey } from './store.ts';
import { figuresOf, type TheirResponse, type Them } from './them.ts';

export interface HeldNeeds {
  readonly database: PrismaClient;
  readonly people: People;
  readonly consultations: Pick<Consultations, 'catalogueNow' | 'isOver' | 'respondentKey' | 'aboutYouKey'>;
  readonly clock: () => Date;
}

/** Somebody as an officer named them, known to us or not. */
interface Named extends Partial<Contact> {
  /** The number or e-mail address in it. */
  readonly given: string | undefined;
}

/** How much of each table was a person's. */
export type HeldCounts = Readonly<Record<string, number>>;

export interface Asked {
  /** A number, an e-mail address that they gave to a group, a person's id in Microsoft Entra, or a conversation as `webchat:…`. */
  readonly contact: string;
  /** A member of staff by e-mail, or the command line. */
  readonly by: string;
}

export interface Erasing extends Asked {
  /** Also what they sent to consultations that are over. */
  readonly answers: boolean;
}

export interface Erased {
  readonly rows: HeldCounts;
  /** They said STOP, so the keyed hash of the address is kept and nothing else. */
  readonly optOutKept: boolean;
}

/** Nothing is held about somebody. The message says so, for an officer. */
export class NothingHeld extends Error {
  readonly code = 'nothing-held';
}

export type HeldService = ReturnType<typeof createHeld>;

/** All that we hold about a person: to hand it to them, and to erase it. */
export function createHeld({ database, people, consultations, clock }: HeldNeeds) {
  const store = createHeldStore(database);
  const contacts = createContacts({ database, people });

  /** Does something with a person and what is theirs. Throws `NothingHeld` where nothing is. */
  async function withThem<Result>(
    { contact, answers }: { readonly contact: string; readonly answers: boolean },
    work: (desk: HeldDesk, them: Them, rows: HeldRows) => Promise<Result>,
  ): Promise<Result> {
    const named = await contacts.find(contact);
    const nothing = new NothingHeld(
      `Nothing is held about ${contact}. Write a number as 07700 900123, an e-mail address as they gave it, a person in Teams by their object id in Microsoft Entra, a web chat as webchat:ID.`,
    );
    const given = reachOf(contact);
    if (!named && given === undefined) throw nothing;
    return store.alone(named?.contactPointId, async (desk) => {
      const them = await theirs(desk, { ...named, given }, answers);
      const rows = await desk.find(them);
      if (Object.keys(rows).length === 0) throw nothing;
      return work(desk, them, rows);
    });
  }

  async function theirs(desk: HeldDesk, { lookup, phone, given }: Named, answers: boolean): Promise<Them> {
    const { points } = desk;
    const addresses = points.map(({ address }) => people.open(address));
    return {
      persons: [...new Set(points.map(({ personId }) => personId))],
      points: points.map(({ id }) => id),
      conversations: await desk.conversations(),
      lookups: points.length > 0 ? points.map((point) => new Uint8Array(point.lookup)) : lookup ? [new Uint8Array(lookup)] : [],
      responses: await responsesOf(
        desk,
        points.map(({ id }) => id),
        answers,
      ),
      enquiries: await enquiriesOf(desk, [given, ...addresses.map(reachOf)]),
      figures: figuresOf(phone ?? addresses.map(asPhone).find((each) => each !== undefined)),
      optedOut: points.some(({ optedOutAt }) => optedOutAt !== null),
      emptied: new Uint8Array(people.seal('')),
    };
  }

  /** Nothing in a response says whose it is: the keyed hash of each contact point is worked out for every consultation there is. */
  async function responsesOf(desk: HeldDesk, points: readonly string[], answers: boolean): Promise<readonly TheirResponse[]> {
    const { live } = await consultations.catalogueNow();
    const keys = live.flatMap(({ key, secret }) =>
      points.map((point): RespondentKey => ({ consultationKey: key, respondentKey: consultations.respondentKey(secret, point) })),
    );
    const found = await desk.responses(keys);
    return found.flatMap(({ id, consultationKey, submitted }) => {
      const consultation = live.find(({ key }) => key === consultationKey);
      if (!consultation) return [];
      const holder = new Uint8Array(Buffer.from(consultations.aboutYouKey(consultation.secret, id), 'hex'));
      const stays = submitted && consultations.isOver(consultation, clock()) && !answers;
      return [{ id, consultationKey, holder, withdrawn: !stays }];
    });
  }

  async function enquiriesOf(desk: HeldDesk, reached: readonly (string | undefined)[]): Promise<readonly string[]> {
    const isTheirs = (reach: string | undefined) => reach !== undefined && reached.includes(reach);
    const open = await desk.enquiries();
    return open.filter(({ contact }) => contact && isTheirs(reachOf(people.open(contact)))).map(({ id }) => id);
  }

  return {
    /** All that is held, in words and figures; keyed hashes are not in it. */
    async export({ contact, by }: Asked) {
      return withThem({ contact, answers: false }, async ({ tx }, _, rows) => {
        const at = clock();
        await recordAudit(tx, { by, what: 'person exported', detail: countsOf(rows) }, at);
        const opened = { address: people.open, name: people.open, contact: people.open };
        // As it goes, the person goes last; as it is read, they come first.
        const held = Object.entries(rows)
          .toReversed()
          .map(([table, each]) => [table, readable(each, opened)] as const);
        return { contact, at, held: Object.fromEntries(held) };
      });
    },

    /** What would be erased, without erasing it. */
    count: ({ contact }: Pick<Asked, 'contact'>): Promise<Erased> =>
      withThem({ contact, answers: false }, async (_, { optedOut }, rows) => ({ rows: countsOf(rows), optOutKept: optedOut })),

    /** Erases it, in one transaction: all or nothing. */
    erase: ({ contact, by, answers }: Erasing): Promise<Erased> =>
      withThem({ contact, answers }, async ({ tx, erase }, them, rows) => {
        const at = clock();
        await erase(them, at);
        const erased = { rows: countsOf(rows), optOutKept: them.optedOut };
        await recordAudit(tx, { by, what: 'person erased', detail: { ...erased, answersErased: answers } }, at);
        return erased;
      }),
  };
}

function countsOf(rows: HeldRows): HeldCounts {
  return Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
}
