import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { CreateForm } from './form.ts';
import { pageForm } from './pageForm.ts';
import { play } from './play.ts';
import { smsForm } from './smsForm.ts';
import { teamsForm } from './teamsForm.ts';
import { aPlaceForTowns } from './town.ts';
import { webchatForm } from './webchatForm.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** A script's name says on which channel it is held: `thanks.sms.chat`. */
const createForms: Readonly<Record<string, CreateForm>> = { sms: smsForm, webchat: webchatForm, page: pageForm, teams: teamsForm };
const scripts = globSync(`${here}**/*.chat`).sort();

/** `npm test -- -u` writes down what is really answered. */
const rewriting = (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot === 'all';

let place: Awaited<ReturnType<typeof aPlaceForTowns>>;
beforeAll(async () => {
  place = await aPlaceForTowns();
});
afterAll(() => place.close());

test.each(scripts.map((path) => [relative(here, path), path]))('%s', async (_name, path) => {
  const script = await readFile(path, 'utf8');
  const channel = path.split('.').at(-2) ?? '';
  const played = await play(script, { emptyTown: place.emptyTown, createForms, channel });
  if (rewriting && played !== script) await writeFile(path, played);
  else expect(played).toBe(script);
});
