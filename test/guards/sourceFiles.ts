import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the repository: its path from the top, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Made by tools, or not ours. */
const leftOut: ReadonlySet<string> = new Set(['node_modules', '.git', '.data', 'generated', 'coverage', 'package-lock.json']);
const textEndings = /\.(ts|js|json|md|ya?ml|prisma|sql|toml|html|njk|css|chat|csv|svg)$/;

export function listFiles(folder = ''): readonly string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leftOut.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

export const read = (path: string): SourceFile => ({ path, text: readFileSync(join(repository, path), 'utf8') });

/** Every text file, whatever it is for. */
export const textFiles = (): readonly SourceFile[] =>
  listFiles()
    .filter((path) => textEndings.test(path))
    .map(read);

/** The code that runs: `src/` and `dialogs/`. */
export const codeFiles = (): readonly SourceFile[] =>
  listFiles()
    .filter((path) => /^(src|dialogs)\/.*\.ts$/.test(path))
    .map(read);

/** All TypeScript, with tests and benchmarks. */
export const typescriptFiles = (): readonly SourceFile[] =>
  listFiles()
    .filter((path) => path.endsWith('.ts'))
    .map(read);

export const isTest = (path: string) => path.startsWith('test/') || basename(path).endsWith('.test.ts');

/** The code without its comments, so that words about a thing are not taken for the thing. */
export const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** The lines of a file that a pattern finds, as `path:line: text`, for a message that can be clicked. */
export function linesLike({ path, text }: SourceFile, pattern: RegExp): readonly string[] {
  return text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : []));
}
