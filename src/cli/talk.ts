import { Command, Option } from 'commander';
import { languages } from '#language/languages.ts';
import { inOffice } from './office.ts';
import type { TalkOptions } from './talking.ts';

/** `talk`: the same conversation, by the same code, in the terminal. */
export function talkCommand(): Command {
  return new Command('talk')
    .description('hold a conversation in the terminal; what you say is recorded as on any channel')
    .addOption(new Option('--as <channel>', 'how it is shown').choices(['sms', 'webchat']).default('sms'))
    .option('--language <tag>', `one of ${languages.join(', ')}`, 'en-GB')
    .option('--from <number>', 'be the same person again, such as +447700900123; otherwise you are somebody new')
    .action(async (options: TalkOptions) => {
      const { talk } = await import('./talking.ts');
      await inOffice((office) => talk(office, options));
    });
}
