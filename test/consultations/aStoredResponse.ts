import { randomUUID } from 'node:crypto';
import type { Answers } from '#consultations/definition.ts';
import { aboutYouKey, newReference, respondentKey } from '#consultations/keys.ts';
import type { TestDatabase } from '#test/setup/database.ts';

export interface StoredResponse {
  readonly secret: Uint8Array;
  readonly answers?: Answers;
  readonly age?: string | null;
  readonly sent?: boolean;
  readonly version?: number;
}

/** What the turn log would have recorded of one response. */
export async function storeResponse(database: TestDatabase, now: Date, given: StoredResponse) {
  const { secret, answers = {}, age, sent = false, version = 1 } = given;
  const id = randomUUID();
  const person = randomUUID();
  const holder = aboutYouKey(secret, id);
  await database.prisma.response.create({
    data: {
      id,
      consultationKey: 'parks-2027',
      versionNumber: version,
      respondentKey: Buffer.from(respondentKey(secret, person), 'hex'),
      reference: newReference(),
      channel: 'sms',
      language: 'pl',
      place: 'parish:thornby',
      startedAt: now,
      submittedAt: sent ? now : null,
    },
  });
  for (const [questionKey, value] of Object.entries(answers)) {
    // Prisma writes SQL's NULL for null, and a skipped question is JSON's.
    await database.prisma.$executeRaw`INSERT INTO answer (response_id, question_key, value, language, given_at)
      VALUES (${id}::uuid, ${questionKey}, ${JSON.stringify(value)}::jsonb, 'pl', ${now})`;
  }
  if (age !== undefined) {
    await database.prisma.$executeRaw`INSERT INTO about_you_answer (holder, consultation_key, question_key, value)
      VALUES (${Buffer.from(holder, 'hex')}, 'parks-2027', 'age', ${JSON.stringify(age)}::jsonb)`;
  }
  return { id, person, holder };
}
