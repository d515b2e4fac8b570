import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import { moveCatalogue } from '../store.ts';
import type { Feedback } from './definition.ts';

/** What came of a consultation, as it is kept. */
export interface WrittenFeedback {
  readonly feedback: Feedback;
  readonly writtenBy: string;
  readonly approvedAt: Date | null;
}

export function createFeedbackStore(database: PrismaClient) {
  return {
    /** Keeps what was written, in place of what was written before. False where that is approved already. */
    async writeFeedback(feedback: Feedback, writtenAt: Date): Promise<boolean> {
      const { consultation: consultationKey, author: writtenBy } = feedback;
      const written = { definition: feedback as unknown as Prisma.InputJsonObject, writtenBy, writtenAt };
      const { count } = await database.feedback.updateMany({ where: { consultationKey, approvedAt: null }, data: written });
      if (count > 0) return true;
      return (await database.feedback.createMany({ data: [{ consultationKey, ...written }], skipDuplicates: true })).count > 0;
    },

    async feedbackOf(consultationKey: string): Promise<WrittenFeedback | undefined> {
      const row = await database.feedback.findUnique({ where: { consultationKey } });
      return row ? { feedback: row.definition as unknown as Feedback, writtenBy: row.writtenBy, approvedAt: row.approvedAt } : undefined;
    },
  };
}

/** Approves what was written, inside the transaction that has it told. False where it was approved meanwhile. */
export async function recordFeedbackApproved(
  tx: Prisma.TransactionClient,
  { consultationKey, approvedBy }: { readonly consultationKey: string; readonly approvedBy: string },
  approvedAt: Date,
): Promise<boolean> {
  await moveCatalogue(tx);
  const { count } = await tx.feedback.updateMany({ where: { consultationKey, approvedAt: null }, data: { approvedBy, approvedAt } });
  return count > 0;
}
