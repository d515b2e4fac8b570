import { readdir, readFile } from 'node:fs/promises';
import type { Database } from '#database/open.ts';
import type { Secrets } from './secrets.ts';
import { createServices } from './services.ts';

const folder = new URL('../prisma/sample/', import.meta.url);

/**
 * Fills an empty database with the sample town's consultations, each published on the day that it opens, or today if that is
 * still to come. Returns how many; 0 where there is a consultation already.
 */
export async function loadSample(database: Pick<Database, 'prisma'>, secrets: Secrets, now: Date): Promise<number> {
  if ((await database.prisma.consultation.count()) > 0) return 0;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  for (const name of files) {
    const source = await readFile(new URL(name, folder), 'utf8');
    let day = now;
    const { consultations } = createServices(database, secrets, () => day);
    const { key } = await consultations.importFile(source);
    const listed = (await consultations.list()).find((each) => each.key === key);
    if (listed && listed.opensAt < now) day = listed.opensAt;
    await consultations.publish(key);
  }
  return files.length;
}
