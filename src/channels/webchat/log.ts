import type { Recorded } from '../channel.ts';

/** What the channel needs of the store, by address: here, a conversation's id. The log is the truth; everything else only says when to look. */
export interface Log {
  /** What was said after a sequence, oldest first and a page at a time; nothing for a conversation that nobody began. */
  read(conversation: string, after: number): Promise<Page | undefined>;
  /** The sequence under which a message was heard. */
  heard(conversation: string, providerId: string): Promise<number | undefined>;
  /** Calls `onMoved` with the newest sequence when another process has recorded something. Returns how to stop. */
  follow(conversation: string, onMoved: (last: number) => void): () => void;
  /** Tells the other processes. */
  hint(conversation: string, last: number): void;
}

export interface Page {
  /** The sequence of the newest message that there is. */
  readonly last: number;
  readonly messages: readonly Recorded[];
}
