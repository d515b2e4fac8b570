import type { Reply } from '#channels/channel.ts';
import type { BroadcastChannel, BroadcastDefinition } from '../definition.ts';
import { type HowToStop, messageFor } from './message.ts';
import type { Claimed, SendingStore } from './store.ts';

export interface SaidNeeds {
  readonly channel: BroadcastChannel;
  readonly store: Pick<SendingStore, 'broadcast' | 'keepWording'>;
  readonly howToStop: HowToStop;
}

/** What is said to somebody, and until when. */
export interface Saying {
  readonly reply: Reply;
  readonly expiresAt: Date;
}

/** What broadcasts say on a channel. */
export interface SaidOnChannel {
  /** Gets the words for these deliveries, and keeps them before they are said: a delivery names them, and is itself what was said to that person. */
  get(claimed: readonly Claimed[]): Promise<void>;
  /** Nothing where the broadcast is gone, or its words could not be got. */
  find(claimed: Claimed): Saying | undefined;
}

interface Said {
  readonly definition: BroadcastDefinition;
  readonly expiresAt: Date;
  /** By language. */
  readonly sayings: Map<string, Saying>;
}

/** More broadcasts than are ever sent at the same moment. */
const mostKept = 50;

/** The words are got for a whole claim, so that no delivery waits for them by itself. What a confirmed broadcast says never changes. */
export function createSaidOnChannel({ channel, store, howToStop }: SaidNeeds): SaidOnChannel {
  const kept = new Map<string, Said>();

  async function saidBy(key: string): Promise<Said | undefined> {
    const found = kept.get(key);
    if (found) return found;
    const row = await store.broadcast(key);
    if (!row) return undefined;
    if (kept.size >= mostKept) kept.clear();
    const said = { definition: row.definition as BroadcastDefinition, expiresAt: row.expiresAt, sayings: new Map() };
    kept.set(key, said);
    return said;
  }

  const find = ({ broadcastKey, language }: Claimed) => kept.get(broadcastKey)?.sayings.get(language);

  return {
    async get(claimed) {
      for (const one of claimed) {
        if (find(one)) continue;
        const { broadcastKey, language } = one;
        const said = await saidBy(broadcastKey);
        if (!said) continue;
        const { definition, expiresAt, sayings } = said;
        const reply = await store.keepWording({ broadcastKey, channel, language }, messageFor(definition, channel, language, howToStop));
        sayings.set(language, { reply, expiresAt });
      }
    },
    find,
  };
}
