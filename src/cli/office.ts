import { isAway } from '#database/away.ts';
import { type Database, openDatabase } from '#database/open.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createSecrets, loadSecretKey, type Secrets } from '../secrets.ts';
import { createServices, type Services } from '../services.ts';

export interface Office {
  readonly config: Config;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly services: Services;
}

/** Does something with the services, beside a server that is running or by itself, and leaves nothing running that was not running before. */
export async function inOffice<Result>(work: (office: Office) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  const log = createLog('warn', process.stderr);
  const secrets = createSecrets(await loadSecretKey(config));
  const database = await openDatabase(config, log).catch((reason: unknown) => {
    throw isAway(reason)
      ? new Error('The database cannot be reached. Check DATABASE_URL, or start the server.', { cause: reason })
      : reason;
  });
  try {
    return await work({ config, database, secrets, services: createServices(database, secrets, () => new Date(), config.services) });
  } finally {
    await database.close();
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
