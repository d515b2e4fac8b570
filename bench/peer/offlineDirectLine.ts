import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The last there is, of 2019. */
const version = '1.3.1';

/**
 * Fetches `offline-directline` into a folder of the benchmark. It is no dependency of the project: it brings 140 packages of 2018,
 * a linter among them, which would be installed and audited with ours for ever. False where there is no registry.
 */
export async function fetchOfflineDirectLine(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const quietly = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
  try {
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...quietly, `offline-directline@${version}`]);
    return true;
  } catch {
    return false;
  }
}
