import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Command, Option } from 'commander';
import { createBot } from '#bot/index.ts';
import type { Inbound, Room } from '#channels/channel.ts';
import { partsOf, smsRoom } from '#channels/sms/room.ts';
import { asTexts } from '#channels/sms/twiml.ts';
import { createPool } from '#database/pool.ts';
import { type Language, languages } from '#language/languages.ts';
import { createLog, turnReport } from '../log.ts';
import { loadSample } from '../sample.ts';
import { inOffice, print } from './office.ts';

interface TalkOptions {
  readonly as: 'sms';
  readonly language: string;
  readonly from?: string;
}

/** `talk`: the same conversation, by the same code, in the terminal. */
export function talkCommand(): Command {
  return new Command('talk')
    .description('hold a conversation in the terminal; what you say is recorded as on any channel')
    .addOption(new Option('--as <channel>', 'how it is shown').choices(['sms']).default('sms'))
    .option('--language <tag>', `one of ${languages.join(', ')}`, 'en-GB')
    .option('--from <number>', 'be the same person again, such as +447700900123; otherwise you are somebody new')
    .action((options: TalkOptions) => inOffice((office) => talk(office, options)));
}

type Office = Parameters<Parameters<typeof inOffice>[0]>[0];

async function talk({ config, database, secrets, services }: Office, options: TalkOptions): Promise<void> {
  const clock = () => new Date();
  if (!config.production) await loadSample(database, secrets, clock());
  const log = createLog('warn');
  const pool = createPool(database.url, () => undefined);
  const bot = createBot({ pool, prisma: database.prisma, services, clock, report: turnReport(log) });
  const room = smsRoom();
  const address = options.from ?? `terminal ${randomUUID()}`;
  const language = languageOf(options.language);
  const { isTTY } = process.stdin;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  if (isTTY) print('Say something, such as "hello" or PARKS. Ctrl-D ends.');
  if (isTTY) terminal.prompt();
  for await (const text of terminal) {
    if (!isTTY) print(`> ${text}`);
    for (const reply of asTexts(await bot.onTurn(inbound({ text, room, address, language })))) print(shown(reply));
    if (isTTY) terminal.prompt();
  }
  await pool.end();
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
