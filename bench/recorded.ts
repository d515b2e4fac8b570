import { withClient } from '#database/client.ts';
import { openEmbedded } from '#database/embedded.ts';
import type { Answers, Person } from './load/people.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Joins the database of a server that runs. */
export async function inDatabase<Result>(dataDir: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const database = await openEmbedded({ dataDir, log: silent });
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

interface Recorded {
  readonly submitted: boolean;
  readonly answers: Answers;
}

/**
 * Looks whether the database holds what these people said, and nothing else: one response each, sent, with the right answers, and each of
 * their texts and each reply once. A response names nobody; here, what its text says names the person. `openings` are conversations in
 * which we spoke first, since somebody came.
 */
export async function checkRecorded(dataDir: string, people: readonly Person[], openings = 0): Promise<void> {
  const { responses, messages } = await inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<Recorded>(`
        SELECT submitted_at IS NOT NULL AS submitted, (SELECT jsonb_object_agg(question_key, value) FROM answer WHERE response_id = r.id) AS answers
        FROM response r`);
      const counted = await client.query<{ heard: number; said: number }>(`
        SELECT count(*) FILTER (WHERE direction = 'in')::int AS heard, count(DISTINCT (conversation_id, reply_to)) FILTER (WHERE direction = 'out')::int AS said FROM message`);
      return { responses: rows, messages: counted.rows[0] };
    }),
  );
  const turns = openings + people.reduce((sum, { steps }) => sum + steps.length, 0);
  agree('responses', responses.length, people.length);
  agree('responses that were sent', responses.filter(({ submitted }) => submitted).length, people.length);
  agree('messages heard', messages?.heard, turns);
  agree('messages answered', messages?.said, turns);

  const byText = new Map(responses.map(({ answers }) => [answers.mend, answers]));
  for (const { answers } of people) agree(answers.mend, inOrder(byText.get(answers.mend)), inOrder(answers));
}

function inOrder(answers: Answers | undefined): string {
  return JSON.stringify(Object.entries(answers ?? {}).sort());
}

function agree(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${what}: the database has ${found}, it should be ${expected}`);
}
