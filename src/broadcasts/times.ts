import { londonTime } from '#calendar/londonDay.ts';
import { closesAtHour, nextMoment, opensAtHour } from '#calendar/sendWindow.ts';
import type { Fault } from '#files/fault.ts';
import type { BroadcastDefinition } from './definition.ts';

const dayMs = 86_400_000;

/** When a broadcast may go out: not before, and not from then on. */
export interface Times {
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** When the reminder of a broadcast is due that begins at such a time. */
export function remindsAt(startsAt: Date, { after }: { readonly after: number }): Date {
  return new Date(startsAt.getTime() + after * dayMs);
}

/** Why a broadcast of these times, or its reminder, would never go out, for whoever drafts or confirms it; nothing where both would. */
export function inVain(definition: BroadcastDefinition, { startsAt, expiresAt }: Times, now: Date): Fault | undefined {
  const { until, reminder } = definition;
  const path = until === undefined ? 'consultation' : 'until';
  if (expiresAt <= now) return { path, reason: until === undefined ? 'takes no answers any more' : 'is over already; put it later' };
  if (nextMoment(startsAt) >= expiresAt) {
    const hours = `from ${opensAtHour} to ${closesAtHour} o’clock, and on no bank holiday`;
    return { path, reason: `ends before anybody may be written to: ${hours}; choose other times` };
  }
  const reminds = reminder && nextMoment(remindsAt(startsAt, reminder));
  if (!reminds || reminds < expiresAt) return undefined;
  const ends = `when the broadcast is over (${londonTime(expiresAt)})`;
  return { path: 'reminder.after', reason: `would come on ${londonTime(reminds)}, ${ends}; take fewer days, or put "until" later` };
}
