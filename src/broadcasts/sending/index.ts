import type { Pool } from 'pg';
import type { Outgoing, Sender } from '#channels/channel.ts';
import { type BroadcastChannel, type BroadcastDefinition, broadcastChannels } from '../definition.ts';
import { startLine } from './line.ts';
import { type HowToStop, messageFor } from './message.ts';
import { createSendingStore, type Wording } from './store.ts';

export interface SendingNeeds {
  /** Connections of its own, so that turns never wait for a broadcast. */
  readonly pool: Pool;
  readonly senders: readonly Sender[];
  /** Messages a second on each channel, over all processes. */
  readonly perSecond: Readonly<Record<BroadcastChannel, number>>;
  /** A contact point's address, unsealed. */
  open(sealed: Uint8Array): string;
  readonly howToStop: HowToStop;
  readonly now: () => Date;
  readonly random: () => number;
  /** Counts up with every turn that is heard. */
  readonly turnsHeard: () => number;
  isAway(reason: unknown): boolean;
  report(reason: unknown): void;
}

export interface Sending {
  /** There may be something to send. */
  wake(): void;
  stop(): Promise<void>;
}

/** A message names the delivery that it is, so that what the provider says later is known for it. */
export interface OutgoingDelivery extends Outgoing {
  readonly reference: string;
}

interface Said {
  readonly definition: BroadcastDefinition;
  readonly expiresAt: Date;
  readonly replies: Map<string, Promise<Outgoing['reply']>>;
}

/** More broadcasts than are ever sent at the same moment. */
const mostKept = 50;

/** Sends what is due, on each channel that is set up, until it is stopped. */
export function startSending(needs: SendingNeeds): Sending {
  const store = createSendingStore(needs.pool);
  const kept = new Map<string, Promise<Said | undefined>>();

  /** What a confirmed broadcast says never changes. */
  function saidBy(key: string): Promise<Said | undefined> {
    const found = kept.get(key);
    if (found) return found;
    if (kept.size >= mostKept) kept.clear();
    const asked = store
      .broadcast(key)
      .then((row) => row && { ...row, definition: row.definition as BroadcastDefinition, replies: new Map() });
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  }

  /** What is said is kept first: a delivery names it by broadcast, channel and language, and is itself what was said to that person. */
  function replyOf({ definition, replies }: Said, wording: Wording): Promise<Outgoing['reply']> {
    const name = `${wording.channel} ${wording.language}`;
    const found = replies.get(name);
    if (found) return found;
    const kept = store.keepWording(wording, messageFor(definition, wording.channel, wording.language, needs.howToStop));
    replies.set(name, kept);
    kept.catch(() => replies.delete(name));
    return kept;
  }

  const lines = needs.senders.flatMap((sender) => {
    const channel = broadcastChannels.find((known) => known === sender.channel);
    if (!channel) return [];
    const line = startLine({
      ...needs,
      channel,
      sender,
      store,
      perSecond: needs.perSecond[channel],
      async outgoing({ id, attempt, broadcastKey, language, address }, { closesAt }) {
        const said = await saidBy(broadcastKey);
        if (!said) return undefined;
        const outgoing: OutgoingDelivery = {
          address: needs.open(address),
          reply: await replyOf(said, { broadcastKey, channel, language }),
          notAfter: new Date(Math.min(said.expiresAt.getTime(), closesAt.getTime())),
          reference: `${id}.${attempt}`,
        };
        return outgoing;
      },
    });
    return [line];
  });

  return {
    wake() {
      for (const line of lines) line.wake();
    },
    async stop() {
      await Promise.all(lines.map((line) => line.stop()));
    },
  };
}
