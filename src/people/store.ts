import type { Prisma } from '#database/generated/client.ts';
import type { PeopleFact } from './facts.ts';

/** Opting out keeps the time of the first STOP; opting in forgets it. */
export async function recordPeopleFact(transaction: Prisma.TransactionClient, fact: PeopleFact, at: Date): Promise<void> {
  const id = fact.contactPointId;
  if (fact.kind === 'optedIn') await transaction.contactPoint.updateMany({ where: { id }, data: { optedOutAt: null } });
  else await transaction.contactPoint.updateMany({ where: { id, optedOutAt: null }, data: { optedOutAt: at } });
}
