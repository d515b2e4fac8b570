import { createInterface } from 'node:readline';
import { openThrowAway } from '../../src/database/embedded/throwAway.ts';
import { openEmbedded } from '../../src/database/embedded.ts';

/**
 * A process of its own that opens a server, for tests that kill it. Arguments: the data folder, or `throw-away`. It says what it opened as
 * one line of JSON, stops the server when its input ends, and says whether that was the last of it.
 */
const [dataDir = ''] = process.argv.slice(2);
const write = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const server = dataDir === 'throw-away' ? await openThrowAway() : await openEmbedded({ dataDir, log });
write(server);
for await (const _line of createInterface({ input: process.stdin }));
write({ stopped: await server.stop() });
