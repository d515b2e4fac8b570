import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPrisma } from '#database/prisma.ts';
import { createSecrets } from '../../src/secrets.ts';
import { createServices, type Services } from '../../src/services.ts';
import { authToken, publicUrl } from '../load/webhook.ts';
import { type RunningServer, startServer } from '../processes/server.ts';
import { inDatabase } from '../recorded.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

export const secretKey = 'the secret key of the benchmark, which is not one';

/** All of Folkmoot as it runs in production, on a data folder of its own. Only the limits of requests are raised. */
const environmentOf = (dataDir: string) => ({
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  SECRET_KEY: secretKey,
  PUBLIC_URL: publicUrl,
  TWILIO_AUTH_TOKEN: authToken,
  TWILIO_FROM: '+447700900001',
  RATE_LIMIT_PER_ADDRESS: '1000000',
  RATE_LIMIT_PER_CONTACT: '1000000',
});

/** Starts it on whatever its data folder holds. With `sample`, as a developer does, so that an empty folder gets the sample town. */
export async function startFolkmoot(dataDir: string, { sample = false, more = {}, flags = [] }: Started = {}): Promise<RunningServer> {
  const environment = { ...environmentOf(dataDir), ...(sample && { NODE_ENV: 'development' }), ...more };
  return startServer({ name: 'folkmoot', script: 'src/main.ts', environment, flags });
}

interface Started {
  readonly sample?: boolean;
  /** Added to its environment. */
  readonly more?: Readonly<Record<string, string>>;
  /** Told to Node besides. */
  readonly flags?: readonly string[];
}

/** Does something with the services of a server's database, as the command line does. */
export const inOffice = <Result>(dataDir: string, work: (services: Services) => Promise<Result>) =>
  inDatabase(dataDir, async (url) => {
    const prisma = createPrisma(url);
    try {
      return await work(createServices({ prisma }, createSecrets(secretKey), () => new Date()));
    } finally {
      await prisma.$disconnect();
    }
  });

/** Imports and publishes the benchmark's consultation as an officer does, while the server runs. */
export async function publishConsultation(dataDir: string): Promise<void> {
  await office(dataDir, 'import', join(project, 'bench/consultation.yaml'));
  await office(dataDir, 'publish', 'bench-parks');
}

const office = (dataDir: string, ...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(project, 'src/cli.ts'), 'consultation', ...words], {
    cwd: project,
    env: { PATH: process.env.PATH, ...environmentOf(dataDir) },
  });
