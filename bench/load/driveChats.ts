import type { Chat, OpenChat } from './chat.ts';
import { type Connection, connect } from './connection.ts';
import type { Driven } from './drive.ts';
import type { Person, Step } from './people.ts';

/** People with their conversations, in lanes: in each, one after another says everything. */
export interface Chats {
  readonly lanes: readonly (readonly (readonly [Person, Chat])[])[];
  close(): void;
}

export interface ToOpen {
  /** Where a lane's requests go. */
  readonly portOf: (lane: number) => number;
  readonly lanes: number;
  readonly people: readonly Person[];
  readonly open: OpenChat;
}

/** Begins everybody's conversation before anything is timed; so many lanes are at it at once. */
export async function openChats({ portOf, lanes, people, open }: ToOpen): Promise<Chats> {
  const lines: Connection[] = [];
  const opened = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const line = await connect(portOf(lane));
      lines.push(line);
      const theirs: (readonly [Person, Chat])[] = [];
      for (let at = lane; at < people.length; at += lanes) theirs.push([people[at] as Person, await open(line, lane)]);
      return theirs;
    }),
  );
  return {
    lanes: opened,
    close() {
      for (const [, chat] of opened.flat()) chat.close();
      for (const line of lines) line.close();
    },
  };
}

/** A closed loop: in each lane a person says the next thing when the reply to the last is there. A wrong reply ends the run. */
export async function driveChats({ lanes }: Chats, expects = (step: Step) => step.expects): Promise<Driven> {
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [person, chat] of lane) {
        for (const step of person.steps) {
          const saidAt = performance.now();
          const { reply, at } = await chat.say(step.said);
          latencies.push(at - saidAt);
          const missing = expects(step).find((words) => !reply.includes(words));
          if (missing !== undefined) throw new Error(`"${step.said}" was not answered with "${missing}":\n${reply}`);
        }
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { turns: latencies.length, seconds, latenciesMs: Float64Array.from(latencies).sort() };
}
