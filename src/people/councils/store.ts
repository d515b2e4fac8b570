import type { PrismaClient } from '#database/generated/client.ts';
import type { CouncilRoleName } from './roles.ts';

export function createCouncilStore(database: PrismaClient) {
  return {
    /** The councils of a contact point, in the order of their keys. */
    async councilsOf(contactPointId: string): Promise<readonly string[]> {
      const rows = await database.councilRole.findMany({ where: { contactPointId }, orderBy: { council: 'asc' } });
      return rows.map(({ council }) => council);
    },

    async put(contactPointId: string, council: string, role: CouncilRoleName, recordedAt: Date): Promise<void> {
      await database.councilRole.upsert({
        where: { contactPointId_council: { contactPointId, council } },
        create: { contactPointId, council, role, recordedAt },
        update: { role, recordedAt },
      });
    },

    /** How many there were. */
    async remove(contactPointId: string, council: string): Promise<number> {
      return (await database.councilRole.deleteMany({ where: { contactPointId, council } })).count;
    },
  };
}
