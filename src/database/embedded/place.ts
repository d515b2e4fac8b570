import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keepFirst } from '../../keptFile.ts';
import { type Binaries, findBinaries, program } from './binaries.ts';
import { type Account, isRoot, run, serverAccount } from './runAs.ts';
import { port } from './settings.ts';

/** Where a server lives. Everything in `home` belongs to the account that runs it. */
export interface Place {
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  /** Somebody else, when we are root; else ourselves. */
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** Where servers live that were started by root: its own folders are closed to the account that must run them. */
const rootHomes = '/var/lib/folkmoot';
const rootPrograms = '/var/cache/folkmoot';

/** The kernel's limit for a socket's path is 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 103;

/** Finds, or makes, the place of the server that belongs to a data folder. */
export async function findPlace(dataDir: string): Promise<Place> {
  const data = await makeDataDir(resolve(dataDir));
  const log = join(data, 'postgres.log');
  const binaries = await findBinaries();
  const ownCluster = join(data, 'postgres');
  if (!isRoot()) return { home: data, cluster: ownCluster, log, account: undefined, binaries };

  const owner = await stat(ownCluster).catch(() => undefined);
  if (owner && owner.uid !== 0) {
    const account = { uid: owner.uid, gid: owner.gid };
    return { home: data, cluster: ownCluster, log, account, binaries: await runnable(binaries, account) };
  }
  const account = await serverAccount();
  const home = await rootHome(join(data, 'postgres-home'), account);
  return { home, cluster: join(home, 'postgres'), log, account, binaries: await runnable(binaries, account) };
}

/** A folder for the socket that only the server's account may enter: in its home, or in the temporary folder where that is too deep. */
export async function makeSocketDir({ home, account }: Place): Promise<string> {
  const near = join(home, 'socket');
  if (Buffer.byteLength(join(near, `.s.PGSQL.${port}`)) <= longestSocketPath) {
    await makePrivate(near, account);
    return near;
  }
  const far = await mkdtemp(join(tmpdir(), 'folkmoot-'));
  if (account) await chown(far, account.uid, account.gid);
  return far;
}

export async function makePrivate(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

/** Its true path, by which a server that runs there is known. */
async function makeDataDir(data: string): Promise<string> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    return await realpath(data);
  } catch (error) {
    throw new Error(
      `The data folder ${data} cannot be made: ${(error as Error).message}. Set DATA_DIR to a folder that can be written to.`,
      {
        cause: error,
      },
    );
  }
}

/** The data folder keeps a pointer, so that removing it makes a fresh database and two copies of the project never share one. */
async function rootHome(pointer: string, account: Account): Promise<string> {
  const home = await keepFirst(pointer, () => join(rootHomes, randomBytes(6).toString('hex')));
  await mkdir(rootHomes, { recursive: true, mode: 0o755 });
  await makePrivate(home, account);
  return home;
}

/** The programs where they are, if the account can run them there; else a copy of them. */
async function runnable(binaries: Binaries, account: Account): Promise<Binaries> {
  if (await canRun(binaries, account)) return binaries;
  const copy = { ...binaries, root: join(rootPrograms, binaries.version) };
  if (await canRun(copy, account)) return copy;
  await mkdir(rootPrograms, { recursive: true, mode: 0o755 });
  const half = await mkdtemp(join(rootPrograms, 'copying-'));
  await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true });
  await run('/bin/chmod', ['-R', 'u=rwX,go=rX', half], undefined);
  await rm(copy.root, { recursive: true, force: true });
  await rename(half, copy.root).catch(() => rm(half, { recursive: true, force: true }));
  return copy;
}

const canRun = (binaries: Binaries, account: Account) =>
  run(program(binaries, 'postgres'), ['--version'], account).then(
    () => true,
    () => false,
  );
