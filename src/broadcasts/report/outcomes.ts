import { type DeliveryStatus, deliveryStatus } from '../status.ts';
import type { Known } from './store.ts';

/** How many deliveries of a broadcast on a channel came out so, and why. */
export interface Outcome extends Pick<Known, 'broadcast' | 'channel' | 'reason' | 'count'> {
  readonly outcome: DeliveryStatus;
}

/** In the order of broadcast, channel, outcome and reason. */
export function outcomesOf(known: readonly Known[]): readonly Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const each of known) {
    const { broadcast, channel, reason } = each;
    const outcome = deliveryStatus(each);
    const name = [broadcast, channel, outcome, reason ?? ''].join('\n');
    const count = each.count + (outcomes.get(name)?.count ?? 0);
    outcomes.set(name, { broadcast, channel, outcome, reason, count });
  }
  return [...outcomes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, outcome]) => outcome);
}
