import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { londonDayStart } from '#calendar/londonDay.ts';
import { counted } from '#language/counted.ts';
import { sizeOfFile } from './fileGiven.ts';
import { offersDesk } from './offersDesk.ts';
import { inOffice, print } from './office.ts';

/** `volunteering import | enquiries | pending | approve | refuse`. */
export function volunteeringCommands(): Command {
  const volunteering = new Command('volunteering').description('what groups look for help with, and who wanted to give it');
  volunteering
    .command('import')
    .argument('<file>', 'CSV, one opportunity a row: see docs/volunteering.md')
    .description('take a table in; rows that do not hold are listed, the rest goes in; what the file no longer names is no longer shown')
    .action(importFile);
  volunteering
    .command('enquiries')
    .requiredOption('--since <day>', 'YYYY-MM-DD')
    .description('who was handed over to which group, and what came of it; no names')
    .action(({ since }: { since: string }) => enquiries(since));
  return offersDesk(volunteering, 'opportunity');
}

async function importFile(file: string): Promise<void> {
  await sizeOfFile(file);
  let told = 0;
  const onRefused = (line: number, reason: string) => {
    told += 1;
    process.stderr.write(`line ${line} ${reason}\n`);
  };
  const { taken, vanished } = await inOffice(({ services }) =>
    services.volunteering.importFrom(basename(file), createReadStream(file), onRefused),
  );
  const said = [
    counted(taken, 'opportunity is in', 'opportunities are in'),
    counted(vanished, 'is no longer shown', 'are no longer shown'),
    counted(told, 'row has something to mend', 'rows have something to mend'),
  ];
  print(`${file}: ${said.join(', ')}.`);
}

async function enquiries(since: string): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new Error('--since must be a day, such as 2026-11-01.');
  const rows = await inOffice(({ services }) => services.volunteering.enquiries(londonDayStart(since)));
  for (const { sentAt, organisation, title, status } of rows)
    print([sentAt.toISOString().slice(0, 10), status, organisation, title].join('\t'));
  print(`${rows.length} since ${since}.`);
}
