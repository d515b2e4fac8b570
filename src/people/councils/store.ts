import { Prisma } from '#database/generated/client.ts';
import type { Prisma as Database } from '#database/prisma.ts';
import type { CouncilRoleName } from './roles.ts';

export function createCouncilStore(database: Database) {
  return {
    /** The councils of a contact point, in the order of their keys. Asked whenever somebody begins a consultation. */
    async councilsOf(contactPointId: string): Promise<readonly string[]> {
      const rows = await database.read<{ council: string }>(
        Prisma.sql`SELECT council FROM council_role WHERE contact_point_id = ${contactPointId}::uuid ORDER BY council`,
      );
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
