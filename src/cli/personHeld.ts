import { chmod, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Services } from '../services.ts';
import { inOffice, print } from './office.ts';

const contactInWords = 'a number (07700 900123), an e-mail address given to a group, an Entra object id, or a conversation as webchat:ID';
const asInWords = 'you, a member of staff, for the audit';

interface ExportOptions {
  readonly out?: string;
  readonly as?: string;
}

/** `person export`: what somebody may ask to be handed. */
export function exportCommand(): Command {
  return new Command('export')
    .argument('<contact>', contactInWords)
    .description('all that is held about somebody, as JSON')
    .option('--out <file>', 'where to; only you can read it. Otherwise it is printed')
    .option('--as <email>', asInWords)
    .action(async (contact: string, { out, as }: ExportOptions) => {
      const held = await inOffice(async ({ services }) => services.held.export({ contact, by: await whoIs(services, as) }));
      const json = `${JSON.stringify(held, null, 2)}\n`;
      if (out === undefined) process.stdout.write(json);
      else {
        await writeFile(out, json, { mode: 0o600 });
        // A file that was there keeps whoever could read it.
        await chmod(out, 0o600);
        print(`written: ${out}`);
      }
    });
}

interface EraseOptions {
  readonly yes?: true;
  readonly answers?: true;
  readonly as?: string;
}

/** `person erase`: for good, so it asks to be told that it is meant. */
export function eraseCommand(): Command {
  return new Command('erase')
    .argument('<contact>', contactInWords)
    .description('erase all that is held about somebody; what stays is said')
    .option('--yes', 'do it: nothing brings it back')
    .option(
      '--answers',
      'also what they sent to consultations that are over; without it those answers stay in the results, and lead to nobody',
    )
    .option('--as <email>', asInWords)
    .action(async (contact: string, { yes, answers, as }: EraseOptions) => {
      const done = await inOffice(async ({ services }) => {
        const by = await whoIs(services, as);
        return yes ? services.held.erase({ contact, by, answers: answers === true }) : services.held.count({ contact });
      });
      const rows = Object.entries(done.rows).map(([table, count]) => `  ${count} ${table}`);
      const stays = done.optOutKept ? ['They said STOP: the keyed hash of the address stays, so that nobody writes to them again.'] : [];
      if (!yes) throw new Error(['This is held:', ...rows, ...stays, 'Nothing was erased. To erase it for good: add --yes'].join('\n'));
      print(['Erased, or where a row counts for others, unlinked:', ...rows, ...stays].join('\n'));
    });
}

async function whoIs({ staff }: Services, email: string | undefined): Promise<string> {
  return email === undefined ? 'command line' : (await staff.officer(email)).email;
}
