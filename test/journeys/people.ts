import { randomUUID } from 'node:crypto';
import { withClient } from '#database/client.ts';
import type { Answered, RunningServer, Said } from './aServer.ts';

/** What every person of a load says, and how the reply to it begins or goes on. */
const conversation = [
  ['SWINGS', /Your swings.*Help us decide/s],
  ['begin', /1\/2 How often do you use a park\?/],
  ['3', /2\/3 What stops you\?/],
  ['own words', /3\/3 You said Hardly ever\. How happy are you/],
  ['4', /about you/],
  ['no', /That was the last question|send/i],
  ['send', /Thank you\. We read every answer\.\nYour reference is [A-Z\d]{8}\./],
] as const satisfies readonly (readonly [string, RegExp])[];

export interface Person {
  readonly number: string;
  readonly ownWords: string;
  /** What was acknowledged, in order: the texts' ids. */
  readonly acknowledged: string[];
  readonly said: readonly Said[];
  /** Replies that were not the right ones. */
  readonly wrong: string[];
}

/** Ofcom's numbers for drama: there are a thousand of them. */
export function somePeople(count: number, from = 0): readonly Person[] {
  return Array.from({ length: count }, (_, place) => {
    const number = `+447700900${String(from + place).padStart(3, '0')}`;
    const ownWords = `The bus from NN9 5UR does not run, ${randomUUID()}`;
    const said = conversation.map(([body]) => ({ from: number, body: body === 'own words' ? ownWords : body, id: `SM${randomUUID()}` }));
    return { number, ownWords, said, acknowledged: [], wrong: [] };
  });
}

export interface LoadOptions {
  /** Sends one text; a rejection or a status other than 200 means that it was not acknowledged, and the same text is sent again. */
  send(said: Said): Promise<Answered>;
  onAcknowledged?(total: number): void;
  /** Called where a text was not acknowledged, before it is sent again. Gives up where it says false. */
  onRefused?(reason: unknown, said: Said): Promise<boolean> | boolean;
}

/** Everybody says everything, each person one text after the other and all persons at once. */
export async function sayEverything(people: readonly Person[], { send, onAcknowledged, onRefused }: LoadOptions): Promise<void> {
  let total = 0;
  await Promise.all(
    people.map(async ({ said, acknowledged, wrong }) => {
      for (const [place, one] of said.entries()) {
        for (;;) {
          const answered = await send(one).catch((reason: unknown) => reason);
          if (isAnswer(answered) && answered.status === 200) {
            const reply = answered.texts.join('\n');
            if (!conversation[place]?.[1].test(reply)) wrong.push(`${conversation[place]?.[0]}: ${reply}`);
            acknowledged.push(one.id);
            total += 1;
            onAcknowledged?.(total);
            break;
          }
          if (!(await (onRefused?.(answered, one) ?? true))) return;
        }
      }
    }),
  );
}

const isAnswer = (what: unknown): what is Answered => typeof what === 'object' && what !== null && 'status' in what;

/** The ids of the texts that are recorded as heard, and the own words that are recorded as answers. */
export function recorded(databaseUrl: string): Promise<{ readonly heard: readonly string[]; readonly ownWords: readonly string[] }> {
  return withClient(databaseUrl, async (client) => {
    const heard = await client.query<{ provider_id: string }>("SELECT provider_id FROM message WHERE direction = 'in'");
    const words = await client.query<{ said: string }>("SELECT said FROM answer WHERE question_key = 'barrier'");
    return { heard: heard.rows.map((row) => row.provider_id), ownWords: words.rows.map((row) => row.said) };
  });
}

/** Everything that was acknowledged is there, once; whoever said everything has sent one response with the right answers. */
export async function expectAllKept(databaseUrl: string, people: readonly Person[]): Promise<void> {
  expect(people.flatMap(({ wrong }) => wrong)).toEqual([]);
  const { heard, ownWords } = await recorded(databaseUrl);
  expect(new Set(heard).size).toBe(heard.length);
  expect(heard).toEqual(expect.arrayContaining(people.flatMap(({ acknowledged }) => acknowledged)));
  const gaveWords = people.filter(({ acknowledged, said }) => acknowledged.includes(said[3]?.id ?? ''));
  expect(ownWords).toEqual(expect.arrayContaining(gaveWords.map((person) => person.ownWords)));

  const finished = people.filter(({ acknowledged }) => acknowledged.length === conversation.length);
  const responses = await withClient(databaseUrl, (client) =>
    client.query<{ words: string; answers: string; submitted: boolean }>(`
      SELECT r.submitted_at IS NOT NULL AS submitted, string_agg(a.question_key || '=' || a.value, ' ' ORDER BY a.question_key)
        FILTER (WHERE a.question_key <> 'barrier') AS answers, max(a.said) FILTER (WHERE a.question_key = 'barrier') AS words
      FROM response r JOIN answer a ON a.response_id = r.id GROUP BY r.id`),
  );
  const theirs = finished.map((person) => responses.rows.filter(({ words }) => words === person.ownWords));
  expect(theirs).toEqual(finished.map((person) => [{ words: person.ownWords, submitted: true, answers: 'happy=4 visit="rarely"' }]));
  const gaps = await withClient(databaseUrl, (client) =>
    client.query('SELECT conversation_id FROM message GROUP BY 1 HAVING max(sequence) <> count(*) OR min(sequence) <> 1'),
  );
  expect(gaps.rows).toEqual([]);
}

/** Of a server that answers everything: nobody has to try again. */
export const sendTo = (server: RunningServer) => (said: Said) => server.text(said);
