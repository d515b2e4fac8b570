import { subscriptionsOf } from './store.ts';
import { ownAnswers, type Subscribed, topics } from './topics.ts';

export interface Subscriptions {
  /** As they stand for a contact point; none: no topics. */
  of(contactPointId: string): Promise<Subscribed>;
}

export function createSubscriptions(database: Parameters<typeof subscriptionsOf>[0]): Subscriptions {
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
  };
}
