import type { Prisma } from '#database/generated/client.ts';
import type { NoticeFact } from './facts.ts';

/** Records an answer to a notice inside the transaction of the turn. The same answer once more changes nothing but the day of a reminder. */
export async function recordNoticeAnswer({ noticeAnswer }: Prisma.TransactionClient, fact: NoticeFact, at: Date): Promise<void> {
  const { contactPointId, consultationKey, answer } = fact;
  const remindOn = fact.remindOn === undefined ? null : new Date(`${fact.remindOn}T00:00:00Z`);
  await noticeAnswer.upsert({
    where: { contactPointId_consultationKey_answer: { contactPointId, consultationKey, answer } },
    create: { contactPointId, consultationKey, answer, saidAt: at, remindOn },
    update: { remindOn },
  });
}
