import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { createBot } from '#bot/index.ts';
import type { Inbound, Reply } from '#channels/channel.ts';
import { partsOf, smsRoom } from '#channels/sms/room.ts';
import { asTexts } from '#channels/sms/twiml.ts';
import { webchatRoom } from '#channels/webchat/room.ts';
import { createPool } from '#database/pool.ts';
import { counted } from '#language/counted.ts';
import { type Language, languages } from '#language/languages.ts';
import { createLog, turnReport } from '../log.ts';
import { loadSample } from '../sample.ts';
import { type Office, print } from './office.ts';

export interface TalkOptions {
  readonly as: 'sms' | 'webchat';
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
  const { as } = options;
  const room = as === 'sms' ? smsRoom() : webchatRoom;
  const address = options.from ?? `terminal ${randomUUID()}`;
  const language = languageOf(options.language);
  const { isTTY } = process.stdin;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  if (isTTY) print('Say something, such as "hello" or PARKS. Ctrl-D ends.');
  if (isTTY) terminal.prompt();
  try {
    for await (const text of terminal) {
      if (!isTTY) print(`> ${text}`);
      const replies = await bot.onTurn(inbound({ channel: as, text, room, address, language }));
      for (const line of as === 'sms' ? asTexts(replies).map(shownText) : replies.map(shownReply)) print(line);
      if (isTTY) terminal.prompt();
    }
  } finally {
    terminal.close();
    await pool.end();
  }
}

function inbound(heard: Pick<Inbound, 'channel' | 'text' | 'room' | 'address' | 'language'>): Inbound {
  return { id: `terminal ${randomUUID()}`, answeredByProvider: false, ...heard };
}

/** A text as it arrives, and how many parts it takes. */
function shownText(text: string): string {
  return `${quoted(text)}\n  (${counted(text.length, 'character')}, ${counted(partsOf(text), 'part')})`;
}

/** What web chat shows, with what can be pressed in brackets; type it to press it. */
function shownReply({ text = '', asks }: Reply): string {
  const pressed = [...(asks?.options ?? []), ...(asks?.skip ? [asks.skip] : [])].map(({ label }) => `[${label}]`);
  return quoted([text, ...(pressed.length > 0 ? [pressed.join(' ')] : [])].join('\n'));
}

function quoted(text: string): string {
  return text.replaceAll(/^/gm, '< ');
}

function languageOf(tag: string): Language {
  const found = languages.find((language) => language === tag || language.slice(0, 2) === tag.slice(0, 2));
  if (!found) throw new Error(`There is no ${tag} yet. There are: ${languages.join(', ')}.`);
  return found;
}
