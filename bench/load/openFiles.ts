import { readFile } from 'node:fs/promises';

/** What a process needs besides its sockets: modules, connections of its own, the database's. */
const besides = 500;

/** How many sockets a process may have open here, at most `wished`. Node raises its own limit as far as it may. */
export async function socketsToHave(wished: number): Promise<number> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const [, allowed = 'unlimited'] = /^Max open files\s+(\d+)/m.exec(limits) ?? [];
  return allowed === 'unlimited' ? wished : Math.min(wished, Number(allowed) - besides);
}
