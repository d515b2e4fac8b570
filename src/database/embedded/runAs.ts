import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Who a program is to run as, when it is not to run as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: it runs as the first of these that the computer has. */
const accounts = ['postgres', 'nobody'];

export async function serverAccount(): Promise<Account> {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of accounts) {
    const found = users.find((user) => user[0] === name);
    if (found?.[2] && found[3]) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this computer has neither a user "postgres" nor "nobody": start Folkmoot as another user.',
  );
}

/** Only what PostgreSQL needs: our own settings and secrets, and any PG… name that would change what it does, stay with us. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', NODE_ENV: undefined });

/** Runs a program to its end: what it said, or a refusal with what it said. */
export function run(file: string, args: readonly string[], account: Account | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, [...args], { ...account, cwd: '/', env: cleanEnvironment() }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${file}: ${stderr.trim() || stdout.trim() || error.message}`, { cause: error }));
      else resolve(stdout);
    });
  });
}
