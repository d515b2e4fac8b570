import { readFile } from 'node:fs/promises';

/** What `npm start` tells Node. Every server of a benchmark is told the same: what is compared runs on the same runtime. */
export async function flagsOfStart(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
