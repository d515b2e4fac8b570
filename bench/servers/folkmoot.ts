import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { authToken, publicUrl } from '../load/webhook.ts';
import { type RunningServer, startServer } from '../processes/server.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** All of Folkmoot as it runs in production, on a data folder of its own. Only the limits of requests are raised. */
export const folkmootEnvironment = (dataDir: string) => ({
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  SECRET_KEY: 'the secret key of the benchmark, which is not one',
  PUBLIC_URL: publicUrl,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_FROM: '+447700900001',
  RATE_LIMIT_PER_ADDRESS: '1000000',
  RATE_LIMIT_PER_CONTACT: '1000000',
});

export const dataDirIn = (folder: string) => join(folder, 'folkmoot');

/** Starts it, and imports and publishes the benchmark's consultation as an officer does, while it runs. */
export async function startFolkmoot(folder: string): Promise<RunningServer> {
  const server = await restartFolkmoot(folder);
  const environment = folkmootEnvironment(dataDirIn(folder));
  await office(environment, 'import', join(project, 'bench/consultation.yaml'));
  await office(environment, 'publish', 'bench-parks');
  return server;
}

/** Starts it on whatever its data folder holds. */
export async function restartFolkmoot(folder: string): Promise<RunningServer> {
  const environment = folkmootEnvironment(dataDirIn(folder));
  return startServer({ name: 'folkmoot', script: 'src/main.ts', folder, environment, flags: await flagsOfStart() });
}

/** What `npm start` tells Node, so that what is measured is what is run. */
async function flagsOfStart(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

const office = (environment: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(project, 'src/cli.ts'), 'consultation', ...words], {
    cwd: project,
    env: { PATH: process.env.PATH, ...environment },
  });
