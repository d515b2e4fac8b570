import { type Connection, connect, type Reply } from './connection.ts';
import type { Person, Step } from './people.ts';
import { webhook } from './webhook.ts';

export interface Driven {
  readonly turns: number;
  readonly seconds: number;
  /** Of every turn, from the first byte sent to the last received, in order of length. */
  readonly latenciesMs: Float64Array;
}

export interface Drive {
  readonly port: number;
  readonly connections: number;
  readonly people: readonly Person[];
  /** Where the people stand already: how many of their steps are done. */
  readonly from?: number;
  /** After how many of their steps they stop for now. */
  readonly to?: number;
  /** What a reply must hold, where it is not the consultation that answers. */
  readonly expects?: (step: Step) => readonly string[];
}

/**
 * A closed loop: each connection sends the next text when the one before is answered. Its people are all in the middle at the same
 * time: whose turn it is goes round at random. A reply that is not the right one ends the run.
 */
export async function drive({ port, connections, people, from = 0, to, expects = (step) => step.expects }: Drive): Promise<Driven> {
  const open = await Promise.all(Array.from({ length: connections }, () => connect(port)));
  const latencies: number[] = [];
  const began = performance.now();
  try {
    await Promise.all(
      open.map((connection, place) => {
        const theirs = people.filter((_, at) => at % connections === place).map((person) => ({ person, done: from }));
        return converse(connection, theirs, { to, expects, latencies });
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - began) / 1000;
  return { turns: latencies.length, seconds, latenciesMs: Float64Array.from(latencies).sort() };
}

interface Conversation {
  readonly person: Person;
  done: number;
}

interface Converse {
  readonly to: number | undefined;
  readonly expects: (step: Step) => readonly string[];
  readonly latencies: number[];
}

async function converse(connection: Connection, open: Conversation[], { to, expects, latencies }: Converse): Promise<void> {
  while (open.length > 0) {
    const place = Math.floor(Math.random() * open.length);
    const conversation = open[place] as Conversation;
    const { person } = conversation;
    const step = person.steps[conversation.done] as Step;
    const request = webhook(person.number, step.said);
    const sentAt = performance.now();
    const reply = await connection.send(request);
    latencies.push(performance.now() - sentAt);
    check(reply, step, expects(step));
    conversation.done += 1;
    if (conversation.done < (to ?? person.steps.length)) continue;
    open[place] = open.at(-1) as Conversation;
    open.pop();
  }
}

function check({ status, body }: Reply, { said }: Step, expected: readonly string[]): void {
  const missing = expected.find((words) => !body.includes(words));
  if (status !== 200 || missing !== undefined) {
    throw new Error(`"${said}" was answered with ${status} and not with "${missing}":\n${body}`);
  }
}
