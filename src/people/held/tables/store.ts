import type { Prisma } from '#database/generated/client.ts';
import type { Them } from '../them.ts';

/** A table that holds something about people: what is theirs in it, and how it goes. */
export interface Held {
  find(tx: Prisma.TransactionClient, them: Them): Promise<readonly object[]>;
  erase(tx: Prisma.TransactionClient, them: Them, at: Date): Promise<unknown>;
}

/** A table that holds nothing about a resident, and why. */
export interface NobodysTable {
  readonly nobody: string;
}

const where = {
  point: ({ points }: Them) => ({ contactPointId: { in: [...points] } }),
  conversation: ({ conversations }: Them) => ({ conversationId: { in: [...conversations] } }),
  response: ({ responses }: Them) => ({ responseId: { in: responses.map(({ id }) => id) } }),
  withdrawn: ({ responses }: Them) => ({ responseId: { in: responses.filter((each) => each.withdrawn).map(({ id }) => id) } }),
  delivery: ({ persons, points }: Them) => ({
    OR: [{ personId: { in: [...persons] } }, { contactPointId: { in: [...points] } }],
  }),
  lookup: ({ lookups }: Them) => ({ lookup: { in: [...lookups] } }),
  /** What was planned with them, and texts that they asked for to whichever number. */
  approach: ({ lookups, points }: Them) => ({ OR: [{ lookup: { in: [...lookups] } }, { askedBy: { in: [...points] } }] }),
};

/** What was said is kept once for each language and channel. */
const wordingOf = (one: { broadcastKey: string; channel: string; language: string }) =>
  `${one.broadcastKey} ${one.channel} ${one.language}`;

const asked = { nobody: 'what was asked, by the council' };
const listed = { nobody: 'what groups list in public; a listing is taken down where it came from' };
const saidByNobody = { nobody: 'written without anything that says who' };
const staff = { nobody: 'members of staff and what they wrote' };
const ofPlaces = { nobody: 'places and postcodes' };
const ofOurs = { nobody: 'how the system itself stands' };

/**
 * Every table that there is, in the order in which rows go. The type names each model of prisma/schema.prisma, so that a new table
 * does not compile before it is said here what it holds of people and how that goes.
 */
export const tables: Readonly<Record<Prisma.ModelName, Held | NobodysTable>> = {
  Message: {
    find: async (tx, them) => [
      ...(await tx.message.findMany({ where: where.conversation(them), orderBy: [{ conversationId: 'asc' }, { sequence: 'asc' }] })),
      ...(await saidElsewhere(tx, them)),
    ],
    async erase(tx, them) {
      await tx.message.deleteMany({ where: where.conversation(them) });
      for (const { conversationId, sequence } of await saidElsewhere(tx, them))
        await tx.message.update({
          where: { conversationId_sequence: { conversationId, sequence } },
          data: { activity: { type: 'message', text: '(erased)' } },
        });
    },
  },
  Departure: {
    find: (tx, them) => tx.departure.findMany({ where: where.conversation(them) }),
    erase: (tx, them) => tx.departure.deleteMany({ where: where.conversation(them) }),
  },
  Conversation: {
    find: (tx, them) => tx.conversation.findMany({ where: { id: { in: [...them.conversations] } } }),
    async erase(tx, { conversations, points, responses, optedOut }) {
      await tx.conversation.deleteMany({ where: { id: { in: [...conversations] } } });
      // On another device it may still be in hand. A turn that is under way there is decided again.
      const inHand = { responseId: { in: responses.map(({ id }) => id) } };
      await tx.conversation.updateMany({ where: inHand, data: { responseId: null, aboutYouKey: null, version: { increment: 1 } } });
      // A contact point always has a conversation, as a turn looks for both.
      if (optedOut)
        await tx.$executeRaw`
          INSERT INTO conversation (id, contact_point_id, version, last_sequence, state)
          SELECT gen_random_uuid(), point, 1, 0, '{"dialogStack":[]}' FROM unnest(${[...points]}::uuid[]) AS point`;
    },
  },
  Answer: {
    find: (tx, them) => tx.answer.findMany({ where: where.response(them), orderBy: { givenAt: 'asc' } }),
    erase: (tx, them) => tx.answer.deleteMany({ where: where.withdrawn(them) }),
  },
  AboutYouAnswer: {
    find: (tx, { responses }) => tx.aboutYouAnswer.findMany({ where: { holder: { in: responses.map(({ holder }) => holder) } } }),
    erase: (tx, { responses }) =>
      tx.aboutYouAnswer.deleteMany({ where: { holder: { in: responses.filter((each) => each.withdrawn).map(({ holder }) => holder) } } }),
  },
  ResumeCode: {
    find: (tx, them) => tx.resumeCode.findMany({ where: where.response(them) }),
    erase: (tx, them) => tx.resumeCode.deleteMany({ where: where.response(them) }),
  },
  ResumedElsewhere: {
    find: (tx, them) => tx.resumedElsewhere.findMany({ where: where.response(them) }),
    erase: (tx, them) => tx.resumedElsewhere.deleteMany({ where: where.response(them) }),
  },
  Response: {
    find: (tx, { responses }) => tx.response.findMany({ where: { id: { in: responses.map(({ id }) => id) } } }),
    async erase(tx, { responses }, withdrawnAt) {
      const ids = (withdrawn: boolean) => responses.filter((each) => each.withdrawn === withdrawn).map(({ id }) => id);
      await tx.response.updateMany({ where: { id: { in: ids(true) } }, data: { withdrawnAt, respondentKey: null } });
      await tx.response.updateMany({ where: { id: { in: ids(false) } }, data: { respondentKey: null } });
    },
  },
  CouncilRole: {
    find: (tx, them) => tx.councilRole.findMany({ where: where.point(them) }),
    erase: (tx, them) => tx.councilRole.deleteMany({ where: where.point(them) }),
  },
  NoticeAnswer: {
    find: (tx, them) => tx.noticeAnswer.findMany({ where: where.point(them) }),
    erase: (tx, them) => tx.noticeAnswer.deleteMany({ where: where.point(them) }),
  },
  WrongCode: {
    find: (tx, them) => tx.wrongCode.findMany({ where: where.point(them) }),
    erase: (tx, them) => tx.wrongCode.deleteMany({ where: where.point(them) }),
  },
  Subscription: {
    find: (tx, them) => tx.subscription.findMany({ where: where.point(them) }),
    erase: (tx, them) => tx.subscription.deleteMany({ where: where.point(them) }),
  },
  Consent: {
    find: (tx, them) => tx.consent.findMany({ where: where.point(them), orderBy: { at: 'asc' } }),
    erase: (tx, them) => tx.consent.deleteMany({ where: where.point(them) }),
  },
  EventReminder: {
    find: (tx, them) => tx.eventReminder.findMany({ where: where.point(them) }),
    erase: (tx, them) => tx.eventReminder.deleteMany({ where: where.point(them) }),
  },
  Delivery: {
    async find(tx, them) {
      const deliveries = await tx.delivery.findMany({ where: where.delivery(them), orderBy: { queuedAt: 'asc' } });
      const wordings = await tx.broadcastWording.findMany({ where: { broadcastKey: { in: deliveries.map((one) => one.broadcastKey) } } });
      const told = new Map(wordings.map((one) => [wordingOf(one), one.activity]));
      return deliveries.map((one) => ({ ...one, activity: one.sentAt ? (told.get(wordingOf(one)) ?? null) : null }));
    },
    async erase(tx, them, at) {
      // What is in hand at this moment is recorded by whoever has it. Whose turn has not come ends when it comes: there is nobody to send to
      // any more. The row stays for the counts and names nobody.
      const waiting = { AND: [where.delivery(them), { dueAt: { not: null }, leaseAt: null }] };
      await tx.delivery.updateMany({ where: waiting, data: { dueAt: null, endedAt: at, reason: 'erased' } });
      // Its id is in the provider's log, beside the number. Under another one nothing that the provider says later leads back to them.
      await tx.$executeRaw`
        UPDATE delivery SET person_id = NULL, contact_point_id = NULL, provider_id = NULL,
          id = CASE WHEN attempts > 0 AND lease_at IS NULL THEN nextval('delivery_id_seq') ELSE id END
        WHERE person_id = ANY (${[...them.persons]}::uuid[]) OR contact_point_id = ANY (${[...them.points]}::uuid[])`;
    },
  },
  Approach: {
    // Who else asked for a text to their number is nobody's business.
    find: (tx, them) => tx.approach.findMany({ where: where.approach(them), orderBy: { dueAt: 'asc' }, omit: { askedBy: true } }),
    erase: (tx, them) => tx.approach.deleteMany({ where: where.approach(them) }),
  },
  Enquiry: {
    find: (tx, { enquiries }) => tx.enquiry.findMany({ where: { id: { in: [...enquiries] } } }),
    erase: (tx, { enquiries }) => tx.enquiry.updateMany({ where: { id: { in: [...enquiries] } }, data: { name: null, contact: null } }),
  },
  Confirmation: {
    find: (tx, them) => tx.confirmation.findMany({ where: where.lookup(them) }),
    erase: (tx, them) => tx.confirmation.updateMany({ where: where.lookup(them), data: { lookup: new Uint8Array() } }),
  },
  ContactPoint: {
    find: (tx, { points }) => tx.contactPoint.findMany({ where: { id: { in: [...points] } } }),
    async erase(tx, { points, optedOut, emptied }) {
      const theirs = { id: { in: [...points] } };
      if (optedOut)
        await tx.contactPoint.updateMany({
          where: theirs,
          data: { address: emptied, unreachableAt: null, unreachableReason: null, outcomesOfferedAt: null },
        });
      else await tx.contactPoint.deleteMany({ where: theirs });
    },
  },
  Person: {
    find: (tx, { persons }) => tx.person.findMany({ where: { id: { in: [...persons] } } }),
    erase: (tx, { persons, optedOut }) => (optedOut ? Promise.resolve() : tx.person.deleteMany({ where: { id: { in: [...persons] } } })),
  },

  Consultation: asked,
  ConsultationVersion: asked,
  Feedback: asked,
  AboutYouSnapshot: { nobody: 'totals of ten people or more, small numbers hidden' },
  Broadcast: staff,
  BroadcastWording: { nobody: 'what broadcasts say; each delivery is handed over with its own' },
  StaffMember: staff,
  AuditEntry: { nobody: 'what staff did; it names no resident' },
  Catalogue: ofOurs,
  ChannelPace: ofOurs,
  BroadcastQueue: ofOurs,
  DeliveryClaim: ofOurs,
  Place: ofPlaces,
  Postcode: ofPlaces,
  Event: listed,
  EventSession: listed,
  Opportunity: listed,
  Service: listed,
  ServiceAtLocation: listed,
  Taxonomy: listed,
  TaxonomyTerm: listed,
  DirectoryWord: listed,
  ListingOffer: saidByNobody,
  EntryReport: saidByNobody,
  UnmetNeed: saidByNobody,
};

/** Numbers are written in groups, of which the last has two figures at least: most messages are passed over by these. */
const lastFigures = -2;

/** What was said in other conversations with their number in it: to the group that they offered to help, or by them on another channel. */
async function saidElsewhere(tx: Prisma.TransactionClient, { figures, conversations }: Them) {
  if (figures === undefined) return [];
  return tx.$queryRaw<{ conversationId: string; sequence: number; direction: string; activity: object; sentAt: Date }[]>`
    SELECT conversation_id AS "conversationId", sequence, direction, activity, sent_at AS "sentAt" FROM message
    WHERE activity->>'text' LIKE ${`%${figures.slice(lastFigures)}%`} AND regexp_replace(activity->>'text', '[^0-9]', '', 'g') LIKE ${`%${figures}%`} AND NOT conversation_id = ANY (${[...conversations]}::uuid[])`;
}
