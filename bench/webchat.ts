import { inFolder } from './folder.ts';
import { readOptions } from './options.ts';
import { report } from './targets.ts';
import { messages } from './webchat/messages.ts';

/** What web chat costs: a message beside a floor and a peer. */
export async function webchat(given: readonly string[]): Promise<boolean> {
  const load = readOptions(given, { conversations: 64, numbers: 640, rounds: 3 });
  return inFolder(async (folder) => report(await messages(folder, load)));
}
