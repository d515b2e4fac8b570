import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { createBot } from '#bot/index.ts';
import type { Inbound, Room } from '#channels/channel.ts';
import { partsOf, smsRoom } from '#channels/sms/room.ts';
import { asTexts } from '#channels/sms/twiml.ts';
import { createPool } from '#database/pool.ts';
import { type Language, languages } from '#language/languages.ts';
import { createLog, turnReport } from '../log.ts';
import { loadSample } from '../sample.ts';
import { type Office, print } from './office.ts';

export interface TalkOptions {
  readonly as: 'sms';
  readonly language: string;
  readonly from?: string;
}

/** Holds a conversation until the input ends. This file is slow to load: import it where it is used. */
export async function talk({ config, database, secrets, services }: Office, options: TalkOptions): Promise<void> {
  const clock = () => new Date();
  if (!config.production) await loadSample(database, secrets, clock());
  const log = createLog('warn', process.stderr);
  const pool = createPool(database.url, () => undefined);
  const bot = createBot({ pool, prisma: database.prisma, services, clock, report: turnReport(log) });
  const room = smsRoom();
  const address = options.from ?? `terminal ${randomUUID()}`;
  const language = languageOf(options.language);
  const { isTTY } = process.stdin;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  if (isTTY) print('Say something, such as "hello" or PARKS. Ctrl-D ends.');
  if (isTTY) terminal.prompt();
  try {
    for await (const text of terminal) {
      if (!isTTY) print(`> ${text}`);
      for (const reply of asTexts(await bot.onTurn(inbound({ text, room, address, language })))) print(shown(reply));
      if (isTTY) terminal.prompt();
    }
  } finally {
    terminal.close();
    await pool.end();
  }
}

function inbound(heard: { text: string; room: Room; address: string; language: Language }): Inbound {
  return { channel: 'sms', id: `terminal ${randomUUID()}`, answeredByProvider: false, ...heard };
}

/** A text as it arrives, and how many parts it takes. */
function shown(text: string): string {
  const parts = partsOf(text);
  return `${text.replaceAll(/^/gm, '< ')}\n  (${text.length} characters, ${parts === 1 ? '1 part' : `${parts} parts`})`;
}

function languageOf(tag: string): Language {
  const found = languages.find((language) => language === tag || language.slice(0, 2) === tag.slice(0, 2));
  if (!found) throw new Error(`There is no ${tag} yet. There are: ${languages.join(', ')}.`);
  return found;
}
