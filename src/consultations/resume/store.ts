import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { wrongCodesCountMs } from './code.ts';
import type { ResumeFact } from './facts.ts';

/** A response, by one of its codes. */
export interface CodedResponse {
  readonly id: string;
  readonly consultationKey: string;
  readonly submitted: boolean;
  /** When the code ceases to work. */
  readonly expiresAt: Date;
}

export function createResumeStore(database: PrismaClient) {
  return {
    /**
     * The response whose code this is or was, unless it was withdrawn; `lookup` is the code's keyed hash. A council's is found only by whom an
     * officer named for it.
     */
    async find(
      lookup: Uint8Array<ArrayBuffer>,
      { contactPointId }: { readonly contactPointId: string },
    ): Promise<CodedResponse | undefined> {
      const found = await database.resumeCode.findUnique({
        where: { lookup, response: { withdrawnAt: null } },
        select: { expiresAt: true, response: { select: { id: true, consultationKey: true, submittedAt: true, council: true } } },
      });
      if (!found) return undefined;
      const { id, consultationKey, submittedAt, council } = found.response;
      if (council !== null && (await database.councilRole.count({ where: { contactPointId, council } })) === 0) return undefined;
      return { id, consultationKey, submitted: submittedAt !== null, expiresAt: found.expiresAt };
    },

    /** Wrong codes of late: of one contact point, and on its channel. */
    async wrongCodes({ contactPointId, channel }: { readonly contactPointId: string; readonly channel: string }, now: Date) {
      const since = new Date(now.getTime() - wrongCodesCountMs);
      const [ofThisPerson, inChannel] = await Promise.all([
        database.wrongCode.count({ where: { contactPointId, triedAt: { gt: since } } }),
        database.wrongCode.count({ where: { channel, triedAt: { gt: since } } }),
      ]);
      return { ofThisPerson, inChannel };
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
      await tx.wrongCode.create({ data: { contactPointId: fact.contactPointId, channel: fact.channel, triedAt: at } });
  }
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
