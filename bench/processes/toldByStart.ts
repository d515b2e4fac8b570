import { readFile } from 'node:fs/promises';

export interface Told {
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What `npm start` tells Node, and its memory allocator. Every server of a benchmark is told the same: what is compared runs on the same runtime. */
export async function toldByStart(): Promise<Told> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } };
  const words = scripts.start.split(' ');
  return {
    flags: words.filter((word) => word.startsWith('--')),
    environment: Object.fromEntries(words.slice(0, words.indexOf('exec')).map((word) => word.split('=') as [string, string])),
  };
}
