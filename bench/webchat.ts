import { inFolder } from './folder.ts';
import { readOptions } from './options.ts';
import { report, type Target } from './targets.ts';
import { idle } from './webchat/idle.ts';
import { messages } from './webchat/messages.ts';
import { slow } from './webchat/slow.ts';

/**
 * What web chat costs: a message beside floors and a peer, and an idle conversation. With `--idle` only the latter; with `--slow`
 * only texts beside web sockets that do not read.
 */
export async function webchat(given: readonly string[]): Promise<boolean> {
  const only = given.find((word) => word === '--idle' || word === '--slow');
  const { sockets, crowd, ...load } = readOptions(
    given.filter((word) => word !== only),
    { conversations: 64, numbers: 640, rounds: 5, sockets: 5000, crowd: 10_000 },
  );
  return inFolder(async (folder) => {
    const targets: Target[] = [];
    if (only === undefined) targets.push(...(await messages(folder, load)));
    if (only !== '--slow') targets.push(...(await idle(folder, sockets)));
    if (only === '--slow') targets.push(...(await slow(folder, crowd)));
    return report(targets);
  });
}
