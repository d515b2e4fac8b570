import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import type { OutcomesFact, PeopleFact, SubscriptionFact } from './facts.ts';
import { offering } from './topics.ts';

/** Opting out and becoming unreachable keep the time of the first; opting in and becoming reachable forget it. */
export async function recordPeopleFact(tx: Prisma.TransactionClient, fact: PeopleFact, at: Date): Promise<void> {
  const { contactPoint } = tx;
  const id = fact.contactPointId;
  switch (fact.kind) {
    case 'subscribed':
      return recordSubscription(tx, fact, at);
    case 'outcomesOffered':
      await contactPoint.updateMany({ where: { id }, data: { outcomesOfferedAt: at } });
      return;
    case 'outcomesWanted':
      return recordOutcomesWanted(tx, fact, at);
    case 'optedOut':
      await contactPoint.updateMany({ where: { id, optedOutAt: null }, data: { optedOutAt: at } });
      return;
    case 'optedIn':
      await contactPoint.updateMany({ where: { id }, data: { optedOutAt: null } });
      return;
    case 'becameUnreachable':
      await contactPoint.updateMany({ where: { id, unreachableAt: null }, data: { unreachableAt: at, unreachableReason: fact.reason } });
      return;
    case 'becameReachable':
      await contactPoint.updateMany({ where: { id }, data: { unreachableAt: null, unreachableReason: null } });
      return;
    case 'addressChanged':
      await contactPoint.updateMany({ where: { id }, data: { address: new Uint8Array(fact.address) } });
  }
}

/** What a channel found out by sending, outside a turn. The time and the reason of the first are kept. */
export async function recordUnreachable(
  { contactPoint }: PrismaClient,
  { channel, lookup, reason }: { readonly channel: string; readonly lookup: Uint8Array; readonly reason: string },
  at: Date,
): Promise<void> {
  await contactPoint.updateMany({
    where: { channel, lookup: new Uint8Array(lookup), unreachableAt: null },
    data: { unreachableAt: at, unreachableReason: reason },
  });
}

/** The subscriptions of a contact point, each a topic in a place. */
export const subscriptionsOf = ({ subscription }: Pick<Prisma.TransactionClient, 'subscription'>, contactPointId: string) =>
  subscription.findMany({ where: { contactPointId }, select: { topic: true, place: true } });

/** Added to what they hear about already. Said twice it is one wish and two permissions. */
async function recordOutcomesWanted(tx: Prisma.TransactionClient, fact: Extract<OutcomesFact, { kind: 'outcomesWanted' }>, at: Date) {
  const { contactPointId, channel, language } = fact;
  const { topic, wording, places } = offering;
  const data = places.map((place) => ({ contactPointId, topic, place, since: at }));
  await tx.subscription.createMany({ data, skipDuplicates: true });
  await tx.consent.create({ data: { contactPointId, topic, places: [...places], given: true, wording, channel, language, at } });
}

/** A permission for each topic that was chosen, and a withdrawal for each that was not any more. */
async function recordSubscription(tx: Prisma.TransactionClient, fact: SubscriptionFact, at: Date): Promise<void> {
  const { contactPointId, topics, places, wording, channel, language } = fact;
  const before = new Set((await subscriptionsOf(tx, contactPointId)).map(({ topic }) => topic));
  const dropped = [...before].filter((topic) => !topics.some((chosen) => chosen === topic));
  const asked = { contactPointId, wording, channel, language, at };
  await tx.subscription.deleteMany({ where: { contactPointId } });
  await tx.subscription.createMany({
    data: topics.flatMap((topic) => places.map((place) => ({ contactPointId, topic, place, since: at }))),
  });
  await tx.consent.createMany({
    data: [
      ...topics.map((topic) => ({ ...asked, topic, places: [...places], given: true })),
      ...dropped.map((topic) => ({ ...asked, topic, places: [], given: false })),
    ],
  });
}
