import { randomUUID } from 'node:crypto';
import { giveHelp, nationalLines } from '#bot/crisis.ts';
import { createHandler, type Handle } from '#bot/handler.ts';
import { recordRare } from '#bot/recordRare.ts';
import { createTurns, type TurnReport } from '#bot/turn.ts';
import type { Inbound } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { isAway } from '#database/away.ts';
import { createPool } from '#database/pool.ts';
import { createPrisma } from '#database/prisma.ts';
import { createTurnLog } from '#database/turnLog/index.ts';
import { createDialogs } from '#dialogs';
import { loadWords } from '#language/words.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { parks } from './parks.ts';

export const now = new Date('2026-11-20T10:00:00.000Z');
export const words = loadWords();
const secrets = createSecrets('a key for the tests of the bot only');

/** What went wrong in this town, and each line of its log. */
export interface Told {
  readonly mishaps: unknown[];
  readonly lines: Parameters<TurnReport['heard']>[0][];
}

/** The bot over a database, as one process has it. `around` comes between it and its dialogs. */
export function aBot(url: string, around: (handle: Handle) => Handle = (handle) => handle) {
  const prisma = createPrisma(url);
  const pool = createPool(url, () => undefined);
  const services = createServices({ prisma }, secrets, () => now);
  const told: Told = { mishaps: [], lines: [] };
  const turns = createTurns({
    turnLog: createTurnLog(pool, prisma),
    handle: around(createHandler(createDialogs(services), nationalLines)),
    help: (turn) => void giveHelp(turn, nationalLines),
    consultations: services.consultations,
    words,
    contacts: services.people,
    now: () => now,
    report: { heard: (line) => void told.lines.push(line), mishap: ({ reason }) => void told.mishaps.push(reason) },
    isAway,
    recordRare,
  });
  return {
    ...told,
    services,
    prisma,
    /** Says something and gives back what is answered. */
    async says(text: string, overrides: Partial<Inbound> = {}): Promise<readonly string[]> {
      const replies = await turns.onTurn(anInbound({ text, ...overrides }));
      return replies.map((reply) => reply.text ?? '');
    },
    idle: () => turns.idle(),
    async publishParks(): Promise<void> {
      const { key } = await services.consultations.importFile(parks(now));
      await services.consultations.publish(key);
    },
    async close(): Promise<void> {
      await turns.idle();
      await pool.end();
      await prisma.$disconnect();
    },
  };
}

export type Bot = ReturnType<typeof aBot>;

const room = smsRoom();
export function anInbound(overrides: Partial<Inbound> = {}): Inbound {
  return { channel: 'sms', room, address: '+447700900123', id: randomUUID(), text: 'PARKS', answeredByProvider: false, ...overrides };
}
