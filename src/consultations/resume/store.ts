import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { wrongCodesCountMs } from './code.ts';
import type { ResumeFact } from './facts.ts';

/** By whom a code is tried, and when. */
export interface CodeTried {
  readonly contactPointId: string;
  readonly now: Date;
}

export function createResumeStore(database: PrismaClient) {
  return {
    /** The open response whose code this is; `lookup` is the code's keyed hash. A council's is gone on with only by whom an officer named for it. */
    async findOpen(lookup: Uint8Array<ArrayBuffer>, { contactPointId, now }: CodeTried) {
      const found = await database.resumeCode.findUnique({
        where: { lookup, expiresAt: { gt: now }, response: { submittedAt: null, withdrawnAt: null } },
        select: { response: { select: { id: true, consultationKey: true, council: true } } },
      });
      const council = found?.response.council;
      const isTheirs = !council || (await database.councilRole.count({ where: { contactPointId, council } })) > 0;
      return isTheirs ? found?.response : undefined;
    },

    /** Wrong codes of late. */
    async wrongCodes({ contactPointId, now }: CodeTried) {
      const lately = { triedAt: { gt: new Date(now.getTime() - wrongCodesCountMs) } };
      const [ofThisPerson, inAll] = await Promise.all([
        database.wrongCode.count({ where: { ...lately, contactPointId } }),
        database.wrongCode.count({ where: lately }),
      ]);
      return { ofThisPerson, inAll };
    },

    /** The response that somebody goes on with by this respondent key, hex, though they began it elsewhere. */
    async findResumed(consultationKey: string, respondentKey: string): Promise<string | undefined> {
      const where = { consultationKey_respondentKey: { consultationKey, respondentKey: bytes(respondentKey) } };
      return (await database.resumedElsewhere.findUnique({ where }))?.responseId;
    },
  };
}

/** Records inside the transaction of the turn. */
export async function recordResumeFact(tx: Prisma.TransactionClient, fact: ResumeFact, at: Date): Promise<void> {
  switch (fact.kind) {
    case 'resumeCodeTold': {
      const { responseId, expiresAt } = fact;
      const lookup = bytes(fact.lookup);
      await tx.resumeCode.upsert({ where: { responseId }, create: { responseId, lookup, expiresAt }, update: { lookup, expiresAt } });
      return;
    }
    case 'responseResumed': {
      const { responseId, consultationKey } = fact;
      await tx.resumedElsewhere.createMany({
        data: { responseId, consultationKey, respondentKey: bytes(fact.respondentKey) },
        skipDuplicates: true,
      });
      return;
    }
    case 'wrongCodeTried':
      await tx.wrongCode.deleteMany({ where: { triedAt: { lt: new Date(at.getTime() - wrongCodesCountMs) } } });
      await tx.wrongCode.create({ data: { contactPointId: fact.contactPointId, triedAt: at } });
  }
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
