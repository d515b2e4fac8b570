import fc from 'fast-check';
import { createPool } from '#database/pool.ts';
import { createTurnLog, type TurnLog } from '#database/turnLog/index.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aConsultation, anAnswer, aStart, ask, aTurn, type Somebody, somebody } from './aTurn.ts';

let database: TestDatabase;
let pools: ReturnType<typeof createPool>[];
let logs: readonly TurnLog[];
beforeAll(async () => {
  database = await testDatabase();
  await aConsultation(database);
  pools = [0, 1].map(() => createPool(database.url, () => undefined));
  logs = pools.map((pool) => createTurnLog(pool, database.prisma));
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await database.close();
});

/** What one message does, whatever was there before: a number is added to what a question was answered with; BACK takes an answer away. */
const messages = fc.record({
  person: fc.nat({ max: 3 }),
  process: fc.nat({ max: 1 }),
  question: fc.constantFrom('a', 'b'),
  does: fc.oneof(fc.nat({ max: 9 }), fc.constant('back' as const)),
});
type Message = typeof messages extends fc.Arbitrary<infer T> ? T : never;

/** Heard as the bot does it: load, decide on what was loaded, commit; again where the conversation has moved. */
async function hear(who: Somebody, message: Message, id: string): Promise<void> {
  const log = logs[message.process];
  for (;;) {
    const loaded = await log?.load(ask(who, id));
    if (!log || !loaded || loaded.answeredBefore) return;
    const { conversation } = loaded;
    const trail = (conversation?.state as { trail?: readonly string[] } | undefined)?.trail ?? [];
    const start = conversation?.inHand ? undefined : aStart();
    const inHand = conversation?.inHand ?? {
      ...start?.response,
      id: start?.response.id ?? '',
      aboutYouKey: start?.response.aboutYouKey ?? '',
    };
    const answers = conversation?.inHand?.answers ?? {};
    const fact =
      message.does === 'back'
        ? ({ kind: 'answerTakenBack', responseId: inHand.id, questionKey: message.question } as const)
        : anAnswer(inHand.id, message.question, Number(answers[message.question] ?? 0) * 10 + message.does);
    const turn = aTurn(loaded, {
      who,
      providerId: id,
      inHand,
      facts: start ? [start, fact] : [fact],
      state: { trail: [...trail, id] },
      replies: [id],
    });
    if ((await log.commit(turn)) === 'recorded') return;
  }
}

/** What the same messages come to, one after another. */
function oneAfterAnother(heard: readonly Message[]): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const { question, does } of heard) {
    if (does === 'back') delete answers[question];
    else answers[question] = (answers[question] ?? 0) * 10 + does;
  }
  return answers;
}

test('however turns of two processes fall together, what is kept is what some order of them, one after another, would have kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(messages, { minLength: 2, maxLength: 24 }), async (all) => {
      const people = Array.from({ length: 4 }, somebody);
      const twice = all.flatMap((message, place) => [
        [message, String(place)] as const,
        ...(place % 5 === 0 ? [[message, String(place)] as const] : []),
      ]);
      await Promise.all(twice.map(([message, id]) => hear(people[message.person] ?? somebody(), message, id)));

      for (const [person, who] of people.entries()) {
        const theirs = all.map((message, place) => ({ ...message, id: String(place) })).filter((message) => message.person === person);
        const { conversation } = (await logs[0]?.load(ask(who))) ?? {};
        const trail = (conversation?.state as { trail?: readonly string[] } | undefined)?.trail ?? [];
        expect(trail.toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
        expect(conversation?.inHand?.answers ?? {}).toEqual(oneAfterAnother(trail.map((id) => all[Number(id)] as Message)));
        expect(conversation?.lastSequence ?? 0).toBe(trail.length * 2);
        expect(conversation?.version ?? 0).toBe(trail.length);
        const said = conversation
          ? await database.prisma.message.findMany({
              where: { conversationId: conversation.id, direction: 'in' },
              orderBy: { sequence: 'asc' },
            })
          : [];
        expect(said.map(({ providerId }) => providerId)).toEqual(trail);
      }
    }),
    { numRuns: 60 },
  );
});
