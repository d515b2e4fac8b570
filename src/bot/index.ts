import type { Pool } from 'pg';
import type { OnRecorded } from '#channels/channel.ts';
import { isAway } from '#database/away.ts';
import type { PrismaClient } from '#database/generated/client.ts';
import { createTurnLog } from '#database/turnLog/index.ts';
import { createDialogs, type DialogServices } from '#dialogs';
import { loadWords } from '#language/words.ts';
import type { People } from '#people';
import { type CrisisLines, giveHelp, nationalLines } from './crisis.ts';
import { createHandler } from './handler.ts';
import { recordRare } from './recordRare.ts';
import { createTurns, type TurnReport, type Turns } from './turn.ts';

export interface BotNeeds {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly services: DialogServices & { readonly people: People };
  readonly crisisLines?: CrisisLines;
  readonly clock: () => Date;
  readonly report: TurnReport;
  readonly onRecorded?: OnRecorded;
}

/** The bot: what was heard in, what is said out, everything recorded in between. */
export function createBot({ pool, prisma, services, crisisLines = nationalLines, clock, report, onRecorded }: BotNeeds): Turns {
  return createTurns({
    turnLog: createTurnLog(pool, prisma),
    handle: createHandler(createDialogs(services), crisisLines),
    help: (turn) => void giveHelp(turn, crisisLines),
    consultations: services.consultations,
    words: loadWords(),
    contacts: services.people,
    now: clock,
    report,
    isAway,
    ...(onRecorded && { onRecorded }),
    recordRare,
  });
}
