import { defaultLanguage, type Language } from '#language/languages.ts';
import type { Asks, Recorded } from '../channel.ts';
import type { Log } from './needs.ts';

/** Where a conversation stands: all that a page needs to show it. */
export interface Standing {
  /** How many messages there are. */
  readonly last: number;
  /** What the person said last. */
  readonly said: string;
  /** What we said to that, the question apart. */
  readonly told: readonly string[];
  /** What is being asked; nothing where all is said. */
  readonly question: Question | undefined;
  readonly language: Language;
}

export interface Question {
  /** Without the hint. */
  readonly text: string;
  readonly asks: Asks;
}

/** A turn has at most a hundred replies, so this reaches back to the last thing heard, and nearly always to the question before it. */
const farEnoughBack = 100;
/** The largest sequence that the database holds. */
const afterEverything = 2 ** 31 - 1;

/** Where a conversation stands by the log; nothing for one that nobody began. */
export async function readStanding(log: Log, conversation: string): Promise<Standing | undefined> {
  const newest = await log.read(conversation, afterEverything);
  if (!newest) return undefined;
  const page = await log.read(conversation, Math.max(0, newest.last - farEnoughBack));
  return page && standingOf(page.messages);
}

/** Where a conversation stands after these messages, the newest last. */
export function standingOf(messages: readonly Recorded[]): Standing {
  const heard = messages.findLastIndex(({ direction }) => direction === 'in');
  const replies = messages.slice(heard + 1).map(({ activity }) => activity);
  const asking = replies.findLast(({ asks }) => asks);
  const told = replies.filter((reply) => reply !== asking).flatMap(({ text }) => (text ? [text] : []));
  const language = messages.findLast(({ activity }) => activity.asks)?.activity.asks?.language ?? defaultLanguage;
  return {
    last: messages.at(-1)?.sequence ?? 0,
    said: messages[heard]?.activity.text ?? '',
    told,
    question: asking?.asks && { text: withoutHint(asking.text ?? '', asking.asks.hint), asks: asking.asks },
    language,
  };
}

function withoutHint(text: string, hint: string | undefined): string {
  return hint && text.endsWith(`\n${hint}`) ? text.slice(0, -hint.length - 1) : text;
}
