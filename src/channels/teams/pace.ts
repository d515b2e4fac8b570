import type { Receipt } from '../channel.ts';
import { type Allowance, conversationAllowances, type Requests, tenantAllowances, waitMs } from './allowance.ts';
import type { TeamsNeeds } from './needs.ts';
import { stableId } from './reference.ts';
import type { Sending } from './sending.ts';

/** There was no room for a request. */
export type HeldBack = Extract<Receipt, { outcome: 'tryLater' }>;

/** Keeps what this process sends within what Teams allows, to a conversation and to a tenant. */
export interface Pace {
  /** Makes a request as soon as there is room for it, if that is within so long. It is answered when its promise is settled. */
  make<Result>(
    to: Pick<Sending, 'conversation' | 'tenantId'>,
    withinMs: number,
    request: () => Promise<Result>,
  ): Promise<Result | HeldBack>;
  /** From now on nobody waits for room. */
  close(): void;
  /** How many requests are remembered. */
  readonly remembered: number;
}

export function createPace({ now, pause }: Pick<TeamsNeeds, 'now' | 'pause'>): Pace {
  const conversations = createLedger(conversationAllowances);
  const tenants = createLedger(tenantAllowances);
  const closing = new AbortController();
  const nowMs = () => now().getTime();

  /** Begins a request, and gives back what ends it. */
  async function begin(conversation: string, tenant: string, withinMs: number): Promise<(() => void) | HeldBack> {
    const lastMs = nowMs() + withinMs;
    for (;;) {
      const at = nowMs();
      const wait = Math.max(conversations.waitMs(conversation, at), tenants.waitMs(tenant, at));
      if (wait === 0) {
        const begun = [conversations.begin(conversation, at), tenants.begin(tenant, at)];
        return () => begun.forEach(end);
      }
      if (closing.signal.aborted || at + wait > lastMs) return { outcome: 'tryLater', reason: 'ownPace', afterMs: wait, heldBack: true };
      await pause(wait, closing.signal).catch(() => undefined);
    }
  }

  function end(counted: Counted): void {
    counted.underWay -= 1;
    counted.answeredAt.push(nowMs());
  }

  return {
    async make({ conversation, tenantId = '' }, withinMs, request) {
      const begun = await begin(stableId(conversation), tenantId, withinMs);
      if (typeof begun !== 'function') return begun;
      try {
        return await request();
      } finally {
        begun();
      }
    },
    close: () => closing.abort(),
    get remembered() {
      return conversations.remembered() + tenants.remembered();
    },
  };
}

interface Counted {
  underWay: number;
  answeredAt: number[];
}

/**
 * The requests to each conversation, or to each tenant, as long as they count: no more of them than may be made in an hour, which is
 * 180,000 numbers a tenant.
 */
function createLedger(allowances: readonly Allowance[]) {
  const longestMs = Math.max(...allowances.map(({ withinMs }) => withinMs));
  const none: Requests = { underWay: 0, answeredAt: [] };
  /** Whoever was asked for last comes last. */
  const known = new Map<string, Counted>();

  /** Those who were asked for longest ago come first, so that it ends at the first who still counts. */
  function forget(nowMs: number): void {
    for (const [id, { underWay, answeredAt }] of known) {
      if (underWay > 0 || (answeredAt.at(-1) ?? nowMs) > nowMs - longestMs) return;
      known.delete(id);
    }
  }

  return {
    waitMs: (id: string, nowMs: number) => waitMs(known.get(id) ?? none, allowances, nowMs),
    begin(id: string, nowMs: number): Counted {
      forget(nowMs);
      const counted = known.get(id) ?? { underWay: 0, answeredAt: [] };
      counted.underWay += 1;
      counted.answeredAt = counted.answeredAt.filter((at) => at > nowMs - longestMs);
      known.delete(id);
      known.set(id, counted);
      return counted;
    },
    remembered: () => [...known.values()].reduce((sum, { underWay, answeredAt }) => sum + underWay + answeredAt.length, 0),
  };
}
