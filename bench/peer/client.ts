import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import type { BotStates } from './prismaStorage.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Writes a Prisma client for the peer's own schema into a folder, so that nothing of it is kept in the project. */
export async function generateClient(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(new URL('schema.prisma', import.meta.url), join(folder, 'schema.prisma'));
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  await promisify(execFile)(
    process.execPath,
    [join(project, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'schema.prisma'],
    {
      cwd: folder,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
}

/** The client that was written, with the tables that it needs. */
export async function openClient(folder: string, connectionString: string): Promise<BotStates & { $disconnect(): Promise<void> }> {
  const { PrismaClient } = await import(pathToFileURL(join(folder, 'generated/client.ts')).href);
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10 }) });
  await client.$executeRawUnsafe('CREATE TABLE IF NOT EXISTS bot_state (key text PRIMARY KEY, item jsonb NOT NULL)');
  return client;
}
