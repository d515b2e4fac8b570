import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { TeamsChannel } from '#channels/teams/index.ts';
import type { TeamsNeeds } from '#channels/teams/needs.ts';
import { createDepartures } from '#database/departures.ts';
import type { PrismaClient } from '#database/generated/client.ts';
import { readBody } from '#http/body.ts';
import { loadWords } from '#language/words.ts';
import { recordUnreachable } from '#people/store.ts';
import type { Config } from './config.ts';
import { createFindNotice } from './findNotice.ts';
import { type Log, withoutValues } from './log.ts';
import type { Services } from './services.ts';

export interface OpenTeamsNeeds extends Pick<TeamsNeeds, 'countStranger' | 'countContact'> {
  readonly config: Pick<Config, 'microsoft' | 'production'>;
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly services: Pick<Services, 'consultations' | 'people'>;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Teams, if it is set up; outside production also for the playground on this machine. The SDK's adapter and authentication are loaded
 * where they are used alone, as they are large.
 */
export async function openTeams(needs: OpenTeamsNeeds): Promise<TeamsChannel | undefined> {
  const { config, pool, prisma, services, clock, log, countStranger, countContact } = needs;
  const { microsoft, production } = config;
  if (microsoft.appId === undefined) {
    log.warn(production ? 'Teams is off: set MicrosoftAppId' : 'Teams is open to the playground on this machine alone: set MicrosoftAppId');
    if (production) return undefined;
  }
  const { createAuthentication } = await import('#channels/teams/authentication.ts');
  const { createTeams } = await import('#channels/teams/index.ts');
  const words = loadWords();
  return createTeams({
    appId: microsoft.appId,
    authentication: createAuthentication(microsoft),
    words,
    now: clock,
    findNotice: createFindNotice(services, words, clock),
    readBody,
    countStranger,
    countContact,
    lost: ({ receipt, replies }) => log.error({ channel: 'teams', replies, ...receipt }, 'replies could not leave'),
    unreachable: (conversation, reason) =>
      recordUnreachable(prisma, { channel: 'teams', lookup: services.people.lookup('teams', conversation), reason }, clock()),
    departures: createDepartures({
      pool,
      channel: 'teams',
      lookup: (conversation) => services.people.lookup('teams', conversation),
      now: clock,
    }),
    open: services.people.open,
    report: (reason) => log.error(withoutValues(reason), 'Teams met with a mishap'),
    pause: (ms, signal) => setTimeout(ms, undefined, { signal }),
    random: Math.random,
  });
}
