import type { Prisma } from '#database/generated/client.ts';
import type { PeopleFact } from './facts.ts';

/** Opting out and becoming unreachable keep the time of the first; opting in and becoming reachable forget it. */
export async function recordPeopleFact({ contactPoint }: Prisma.TransactionClient, fact: PeopleFact, at: Date): Promise<void> {
  const id = fact.contactPointId;
  switch (fact.kind) {
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
  }
}
