import type { PrismaClient } from '#database/generated/client.ts';

export function createStore({ staffMember }: PrismaClient) {
  return {
    async put(email: string, role: string, now: Date): Promise<void> {
      await staffMember.upsert({ where: { email }, create: { email, role, addedAt: now }, update: { role, removedAt: null } });
    },
    /** Whether they were here. */
    async remove(email: string, now: Date): Promise<boolean> {
      return (await staffMember.updateMany({ where: { email, removedAt: null }, data: { removedAt: now } })).count > 0;
    },
    list: () => staffMember.findMany({ where: { removedAt: null }, orderBy: { email: 'asc' } }),
    find: (email: string) => staffMember.findFirst({ where: { email, removedAt: null } }),
  };
}
