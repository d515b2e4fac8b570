import type { Prisma, PrismaClient } from '#database/generated/client.ts';

export function createStore({ staffMember, auditEntry }: PrismaClient) {
  return {
    /** The newest first. */
    audit: (most: number) => auditEntry.findMany({ orderBy: { id: 'desc' }, take: most }),

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

/** Something that somebody who works here did, to be looked up later. It names no resident. */
export interface Audit {
  /** A member of staff by e-mail, or the command line. */
  readonly by: string;
  readonly what: string;
  readonly detail: object;
}

/** Records it in the transaction of what was done. */
export async function recordAudit({ auditEntry }: Prisma.TransactionClient, { by, what, detail }: Audit, at: Date): Promise<void> {
  await auditEntry.create({ data: { at, by, what, detail: detail as Prisma.InputJsonObject } });
}
