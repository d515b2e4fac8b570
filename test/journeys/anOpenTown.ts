import { createPrisma } from '#database/prisma.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { parks } from '../bot/parks.ts';

export const secretKey = 'a root key for journeys only, which is long enough';

export interface OpenTown extends TestDatabase {
  /** What a server needs to know to serve this town. */
  readonly environment: { readonly DATABASE_URL: string; readonly SECRET_KEY: string; readonly DATA_DIR: string };
}

/** A database with one consultation in it, which SWINGS starts. */
export async function anOpenTown(dataDir: string): Promise<OpenTown> {
  const database = await testDatabase();
  const prisma = createPrisma(database.url);
  const { consultations } = createServices({ prisma }, createSecrets(secretKey), () => new Date());
  await consultations.importFile(parks(new Date(), { key: 'swings', keyword: 'SWINGS', title: 'Your swings' }));
  await consultations.publish('swings');
  await prisma.$disconnect();
  return { ...database, environment: { DATABASE_URL: database.url, SECRET_KEY: secretKey, DATA_DIR: dataDir } };
}
