import type { Pool } from 'pg';
import type { Outgoing, Sender } from '#channels/channel.ts';
import { type BroadcastChannel, broadcastChannels } from '../definition.ts';
import { startLine } from './line.ts';
import type { HowToStop } from './message.ts';
import { createSaidOnChannel } from './said.ts';
import { createSendingStore } from './store.ts';

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

/** Sends what is due, on each channel that is set up, until it is stopped. */
export function startSending(needs: SendingNeeds): Sending {
  const store = createSendingStore(needs.pool);
  const lines = needs.senders.flatMap((sender) => {
    const channel = broadcastChannels.find((known) => known === sender.channel);
    if (!channel) return [];
    const said = createSaidOnChannel({ channel, store, howToStop: needs.howToStop });
    const line = startLine({
      ...needs,
      channel,
      sender,
      store,
      perSecond: needs.perSecond[channel],
      prepare: said.get,
      outgoing(claimed, { closesAt }) {
        const saying = said.find(claimed);
        if (!saying) return undefined;
        const { reply, expiresAt } = saying;
        const outgoing: OutgoingDelivery = {
          address: needs.open(claimed.address),
          reply,
          notAfter: earlier(expiresAt, closesAt),
          reference: `${claimed.id}.${claimed.attempt}`,
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

const earlier = (one: Date, other: Date) => (one.getTime() < other.getTime() ? one : other);
