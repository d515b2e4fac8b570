import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a benchmark's data folders, gone with all that is in it afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-bench-'));
  try {
    return await work(folder);
  } finally {
    await removeFolder(folder);
  }
}

/** Removes a folder of data folders. Where root started a server, its database has a home elsewhere, which goes too. */
export async function removeFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const home = await readFile(join(folder, name, 'postgres-home'), 'utf8').catch(() => '');
    if (home.trim() !== '') await rm(home.trim(), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}
