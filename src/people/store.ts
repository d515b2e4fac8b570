import type { Prisma, PrismaClient } from '#database/generated/client.ts';
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
