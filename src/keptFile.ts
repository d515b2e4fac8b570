import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Keeps a content under a path if there is none yet, and gives back what is kept. Of two that do this at once one is the first
 * and both get the same answer; nobody ever reads half a file. The file is for its owner alone (mode 0600).
 */
export async function keepFirst(path: string, content: () => string): Promise<string> {
  const kept = await read(path);
  if (kept !== undefined) return kept;
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(aside, content(), { flag: 'wx', mode: 0o600, flush: true });
  try {
    await link(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path, 'utf8');
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
