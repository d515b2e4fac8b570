import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { play } from './play.ts';
import { aPlaceForTowns } from './town.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const scripts = globSync(`${here}**/*.sms.chat`).sort();

/** `npm test -- -u` writes down what is really answered. */
const rewriting = (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot === 'all';

let place: Awaited<ReturnType<typeof aPlaceForTowns>>;
beforeAll(async () => {
  place = await aPlaceForTowns();
});
afterAll(() => place.close());

test.each(scripts.map((path) => [relative(here, path), path]))('%s', async (_name, path) => {
  const script = await readFile(path, 'utf8');
  const played = await play(script, place.emptyTown);
  if (rewriting && played !== script) await writeFile(path, played);
  else expect(played).toBe(script);
});
