import { mayBeOffered } from './outcomes.ts';
import { type Reading, readOutcomesStanding, subscriptionsOf } from './store.ts';
import { ownAnswers, type Subscribed, topics } from './topics.ts';

export interface Subscriptions {
  /** As they stand for a contact point; none: no topics. */
  of(contactPointId: string): Promise<Subscribed>;
  /** Whether to ask somebody who answered for these places if they want to be told what comes of it. */
  mayOfferOutcomes(contactPointId: string, places: readonly string[], now: Date): Promise<boolean>;
}

export function createSubscriptions(database: Parameters<typeof subscriptionsOf>[0] & Reading): Subscriptions {
  return {
    async of(contactPointId) {
      const all = await subscriptionsOf(database, contactPointId);
      const rows = all.filter(({ place }) => place !== ownAnswers);
      const has = new Set(rows.map(({ topic }) => topic));
      return {
        topics: topics.filter((topic) => has.has(topic)),
        places: [...new Set(rows.map(({ place }) => place))].sort(),
        ownAnswers: rows.length < all.length,
      };
    },

    async mayOfferOutcomes(contactPointId, places, now) {
      const standing = await readOutcomesStanding(database, contactPointId);
      return standing !== undefined && mayBeOffered(standing, places, now);
    },
  };
}
