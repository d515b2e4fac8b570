import type { Consultations } from '#consultations';
import { respondentPads } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import { asks } from '../definition.ts';
import type { StoredBroadcast } from '../store.ts';
import { type AudienceRule, createAudienceStore } from './store.ts';

export interface AudienceNeeds {
  readonly database: PrismaClient;
  readonly consultations: Consultations;
  readonly mostAsks: number;
  readonly clock: () => Date;
}

type Addressed = Pick<StoredBroadcast, 'key' | 'definition' | 'reminderOf'>;

/** Whom a broadcast is for, resolved when it is looked at. */
export function createAudience({ database, consultations, mostAsks, clock }: AudienceNeeds) {
  const store = createAudienceStore(database);

  async function ruleOf({ definition, reminderOf }: Addressed): Promise<AudienceRule> {
    const { audience, topic, consultation } = definition;
    const live = consultation === undefined ? undefined : (await consultations.catalogueNow()).live.find(({ key }) => key === consultation);
    return {
      ...audience,
      // Who has answered is not asked again.
      answered: audience.answered ?? (asks(definition) && live ? false : undefined),
      topic,
      asks: asks(definition),
      consultation: live && { key: live.key, ...respondentPads(live.secret) },
      reminderOf,
      now: clock(),
      mostAsks,
    };
  }

  return {
    count: async (broadcast: Addressed) => store.count(await ruleOf(broadcast)),
    fanOut: async (broadcast: Addressed) => store.fanOut(broadcast.key, await ruleOf(broadcast)),
  };
}
