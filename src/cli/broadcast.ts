import { Command } from 'commander';
import { whyPaused } from '#broadcasts/reasons.ts';
import type { Confirmed } from '#broadcasts/store.ts';
import { londonTime } from '#calendar/londonDay.ts';
import { nextMoment } from '#calendar/sendWindow.ts';
import { inOffice, print } from './office.ts';
import { printBroadcastPreview } from './preview.ts';
import { printReport } from './reach.ts';
import { readingFile } from './readingFile.ts';
import { printTable } from './table.ts';

/** `broadcast draft | preview | confirm | pause | resume | cancel | report | list`. */
export function broadcastCommands(): Command {
  const broadcast = new Command('broadcast').description('tell people who asked to be told');
  broadcast
    .command('draft')
    .argument('<file>', 'a broadcast as YAML or JSON')
    .description('take a file in as a draft; a file that does not hold is refused whole, with every fault')
    .action(async (file: string) => {
      const { key } = await readingFile(file, (source) => inOffice(({ services }) => services.broadcasts.draft(source)));
      print(`${key}: a draft. To see who gets it: broadcast preview ${key}`);
    });
  broadcast
    .command('preview')
    .argument('<key>')
    .description('who would get it now, who would not and why, the texts and what they cost; nothing is sent')
    .action(async (key: string) => printBroadcastPreview(await inOffice(({ services }) => services.broadcasts.preview(key))));
  broadcast
    .command('confirm')
    .argument('<key>')
    .requiredOption('--as <email>', 'you, a member of staff who did not write it')
    .description('agree to it; from its time on it goes out by itself, between nine and eight and on no bank holiday')
    .action(async (key: string, options: { as: string }) => {
      const confirmed = await inOffice(({ services }) => services.broadcasts.confirm(key, options.as));
      printConfirmed(confirmed);
    });
  broadcast
    .command('notices')
    .argument('<consultation>')
    .requiredOption('--as <email>', 'you, a member of staff')
    .option('--confirm', 'agree to the drafts that somebody else made')
    .description('draft what is told of a consultation by itself: that it opens, has a week left, has closed; confirmed once for all')
    .action(notices);
  for (const [act, says, done] of acts)
    broadcast
      .command(act)
      .argument('<key>')
      .description(says)
      .action(async (key: string) => {
        await inOffice(({ services }) => services.broadcasts[act](key));
        print(`${key}: ${done}.`);
      });
  broadcast
    .command('report')
    .argument('<key>', 'of a broadcast, or of a consultation for all that were about it')
    .option('--csv', 'the reach ledger as a table for a spreadsheet')
    .description('who was told, by which route, when, and what they did; counts only')
    .action(async (key: string, options: { csv?: boolean }) =>
      printReport(await inOffice(({ services }) => services.broadcasts.report(key)), options),
    );
  broadcast.command('list').description('every broadcast and how it stands').action(list);
  return broadcast;
}

const acts = [
  ['pause', 'nobody else gets it for now', 'paused'],
  ['resume', 'it goes on', 'resumed'],
  ['cancel', 'nobody else gets it, nor its reminder, for good', 'cancelled'],
] as const;

async function notices(consultation: string, options: { as: string; confirm?: boolean }): Promise<void> {
  if (options.confirm) {
    const confirmed = await inOffice(({ services }) => services.broadcasts.confirmNotices(consultation, options.as));
    printConfirmed(confirmed);
    return;
  }
  const drafts = await inOffice(({ services }) => services.broadcasts.draftNotices(consultation, options.as));
  for (const { key, starts, text } of drafts) print(`${key}: a draft${starts ? ` for ${begins(new Date(starts))}` : ''}\n  ${text.en}`);
  print(`Somebody else confirms them all: broadcast notices ${consultation} --confirm --as EMAIL`);
}

function printConfirmed(confirmed: readonly Confirmed[]): void {
  for (const { definition, startsAt } of confirmed) print(`${definition.key}: confirmed, begins ${begins(startsAt)}.`);
}

/** When it is really begun: at night and on bank holidays nobody is written to. */
function begins(startsAt: Date): string {
  return londonTime(nextMoment(startsAt));
}

async function list(): Promise<void> {
  const all = await inOffice(({ services }) => services.broadcasts.list());
  if (all.length === 0) return print('There is no broadcast yet. To begin: broadcast draft FILE');
  const rows = all.map(({ key, status, startsAt, topic, pauseReason }) => [
    key,
    pauseReason && status === 'paused' ? `${status}: ${whyPaused(pauseReason)}` : status,
    begins(startsAt),
    topic,
  ]);
  printTable([['key', 'status', 'begins', 'topic'], ...rows]);
}
