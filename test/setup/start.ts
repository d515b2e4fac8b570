import { withClient } from '../../src/database/client.ts';
import { openThrowAway } from '../../src/database/embedded/throwAway.ts';
import { migrate } from '../../src/database/migrate.ts';
import { keepServer, serverName, templateName, urlOfDatabase } from './server.ts';

/** Before all tests: one server, and one database with all the tables, of which every test file gets a copy. */
// biome-ignore lint/style/noDefaultExport: Jest asks for one.
export default async function start(): Promise<void> {
  const server = await openThrowAway();
  keepServer(server);
  process.env[serverName] = server.url;
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${templateName}`));
  await migrate(urlOfDatabase(server.url, templateName));
}
