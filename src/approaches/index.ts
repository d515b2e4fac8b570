import type { PrismaClient } from '#database/generated/client.ts';
import type { ApproachFact } from './facts.ts';
import { createTexting, type Texting, type TextingNeeds } from './oneText.ts';
import { type ReceiptLater, readReference } from './rules.ts';
import { createApproachStore, recordApproachFact } from './store.ts';

export { forgottenBefore } from './forgetting.ts';
export { type BeginTurn, startApproaches } from './running.ts';
export { recordApproachFact } from './store.ts';

export interface ApproachesNeeds {
  readonly database: PrismaClient;
  readonly people: {
    lookup(channel: string, address: string): Uint8Array;
    seal(address: string): Uint8Array;
    open(sealed: Uint8Array): string;
  };
}

/** What is begun with somebody who may never have spoken to us: a group that is asked whether its listing still holds. */
export interface Plan {
  /** The same key is begun once. */
  readonly key: string;
  readonly channel: string;
  /** A number in full: +447700900123. */
  readonly address: string;
  readonly dialog: string;
  readonly options: object;
  readonly dueAt: Date;
}

export type { Texting } from './oneText.ts';

export type Approaches = ReturnType<typeof createApproaches>;

/** What we begin with one person at a time of our own: a reminder, a question to a group. It is a dialog like any other. */
export function createApproaches({ database, people }: ApproachesNeeds) {
  const store = createApproachStore(database);
  return {
    plan({ address, ...plan }: Plan): Promise<void> {
      const lookup = new Uint8Array(people.lookup(plan.channel, address));
      return store.plan({ ...plan, lookup, address: new Uint8Array(people.seal(address)) });
    },
    /** Plans one with somebody whom we know, outside a turn. */
    planWith: (plan: Omit<Extract<ApproachFact, { kind: 'approachPlanned' }>, 'kind'>): Promise<void> =>
      recordApproachFact(database, { kind: 'approachPlanned', ...plan }, plan.dueAt),
    claim: store.claim,
    finish: store.finish,
    sweep: store.sweep,
    forget: store.forget,
    /** Records what a provider says later, in any order and however often. False: it is of none of these. */
    async told(receipt: ReceiptLater, now: Date): Promise<boolean> {
      const tried = readReference(receipt.reference);
      if (tried) await store.told(tried, receipt, now);
      return tried !== undefined;
    },
    /** Texts that people ask for on another device, where texts can be sent. */
    texting: (fits: TextingNeeds['fits']): Texting => createTexting({ store, people, fits }),
  };
}
