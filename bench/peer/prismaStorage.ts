import type { Storage, StoreItems } from 'botbuilder';

/** As much of a Prisma client as the storage needs. */
export interface BotStates {
  readonly botState: {
    findMany(query: { where: { key: { in: string[] } } }): Promise<{ key: string; item: unknown }[]>;
    upsert(query: { where: { key: string }; create: { key: string; item: unknown }; update: { item: unknown } }): Promise<unknown>;
    deleteMany(query: { where: { key: { in: string[] } } }): Promise<unknown>;
  };
}

/** The SDK's `Storage` over a table, as it is usually written: a read before and a write after each turn, the last writer wins. */
export function prismaStorage({ botState }: BotStates): Storage {
  return {
    async read(keys) {
      const rows = await botState.findMany({ where: { key: { in: keys } } });
      return Object.fromEntries(rows.map(({ key, item }) => [key, item])) as StoreItems;
    },
    async write(changes) {
      await Promise.all(
        Object.entries(changes).map(([key, item]) => botState.upsert({ where: { key }, create: { key, item }, update: { item } })),
      );
    },
    async delete(keys) {
      await botState.deleteMany({ where: { key: { in: keys } } });
    },
  };
}
