import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a benchmark's logs and data folders, gone with all that is in it afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-bench-'));
  try {
    return await work(folder);
  } finally {
    for (const name of await readdir(folder)) await removeData(join(folder, name));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes a data folder. Where root started the server, its database has a home elsewhere, which goes too. */
async function removeData(dataDir: string): Promise<void> {
  const home = await readFile(join(dataDir, 'postgres-home'), 'utf8').catch(() => '');
  if (home.trim() !== '') await rm(home.trim(), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
