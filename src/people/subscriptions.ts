import { subscriptionsOf } from './store.ts';
import { type Subscribed, topics } from './topics.ts';

export interface Subscriptions {
  /** As they stand for a contact point; none: no topics. */
  of(contactPointId: string): Promise<Subscribed>;
}

export function createSubscriptions(database: Parameters<typeof subscriptionsOf>[0]): Subscriptions {
  return {
    async of(contactPointId) {
      const rows = await subscriptionsOf(database, contactPointId);
      const has = new Set(rows.map(({ topic }) => topic));
      return { topics: topics.filter((topic) => has.has(topic)), places: [...new Set(rows.map(({ place }) => place))].sort() };
    },
  };
}
