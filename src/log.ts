import { type DestinationStream, type Logger, pino } from 'pino';
import type { TurnReport } from '#bot/turn.ts';

export type Log = Logger;

/** Lines are written together, so that a busy server does not spend a tenth of its time on them; a quiet one within this time. */
const together = { dest: 1, sync: false, minLength: 8_192, periodicFlush: 200 };

/** One line of JSON for each thing that happens, to the standard output unless `to` is given. */
export function createLog(level: string, to: DestinationStream = pino.destination(together)): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, to);
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
  const at = (reason.stack ?? '').match(stackLine)?.slice(0, 8) ?? [];
  return { error: reason.name, ...(typeof code === 'string' && { code }), at };
}

/** A place in the code. A message may have lines that begin with "at" too, so a line that names no file is none. */
const stackLine = /(?<=^ {4})at [^\n]*(?:\.[cm]?[jt]s|node:[\w/]+):\d+:\d+\)?$/gm;
