import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** The command line, in a process of its own, with nothing in its environment but what is given. */
export async function folkmoot(
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
  options: { readonly input?: string; readonly cwd?: string; readonly enough?: number } = {},
): Promise<Said> {
  const child = spawn(process.execPath, [`${projectDir}src/cli.ts`, ...words], {
    cwd: options.cwd ?? projectDir,
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...environment },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    said.out += data;
    if (options.enough !== undefined && said.out.length >= options.enough) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    said.err += data;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
