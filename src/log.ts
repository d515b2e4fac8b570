import { type Logger, pino } from 'pino';
import type { TurnReport } from '#bot/turn.ts';

export type Log = Logger;

export function createLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** One line a turn, ids only: never a message, a number or a postcode. */
export function turnReport(log: Log): TurnReport {
  return {
    heard: (line) => log.info({ ...line, ms: Math.round(line.ms * 10) / 10 }, 'turn'),
    mishap: ({ reason, ...line }) => log.error({ ...line, ...withoutValues(reason) }, 'turn failed, nothing recorded'),
  };
}

/** Where an error came from and its code. A database's message may quote what somebody said, so messages stay out. */
export function withoutValues(reason: unknown): { readonly error: string; readonly code?: string; readonly at?: readonly string[] } {
  if (!(reason instanceof Error)) return { error: typeof reason };
  const { code } = reason as { code?: unknown };
  const at = (reason.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: reason.name, ...(typeof code === 'string' && { code }), at };
}
