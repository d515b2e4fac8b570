import type { Command } from 'commander';
import { counted } from '#language/counted.ts';
import { offersDesk } from './offersDesk.ts';
import { inOffice, print } from './office.ts';

/** What an officer does at the directory's desk: read what was not met and what is wrong, ask groups, and decide on offers. */
export function directoryDesk(directory: Command): Command {
  directory
    .command('unmet')
    .requiredOption('--since <date>', 'from which day on, such as 2026-11-01')
    .description('needs that nobody meets, counted by need, place and language; nothing says whose')
    .action(async ({ since }: { since: string }) => {
      if (!/^\d{4}-\d\d-\d\d$/.test(since) || Number.isNaN(Date.parse(since))) throw new Error('--since is a day, such as 2026-11-01.');
      const counts = await inOffice(({ services }) => services.directory.upkeep.unmetSince(since));
      print('times,need,place,language');
      for (const { times, need, place, language } of counts) print([times, need, place ?? 'anywhere', language].join(','));
    });
  directory
    .command('ask')
    .description('ask the groups whose listings nobody vouched for this quarter whether they still run, by text')
    .action(async () => {
      // It knows the dialogs, which take the most time of all to load.
      const { planConfirmations } = await import('../planning.ts');
      const groups = await inOffice(({ services }) => planConfirmations(services, new Date()));
      print(`${counted(groups, 'group is', 'groups are')} asked.`);
    });
  directory
    .command('reports')
    .description('entries that somebody said are wrong')
    .action(async () => {
      const reports = await inOffice(({ services }) => services.directory.upkeep.reports());
      if (reports.length === 0) print('Nothing is reported.');
      for (const { id, service, what, words, reportedAt } of reports)
        print(`${id}  ${reportedAt.toISOString().slice(0, 10)}  ${service.name}: ${what}${words === null ? '' : ` "${words}"`}`);
    });
  directory
    .command('settle')
    .argument('<report>')
    .description('a reported entry was put right')
    .action(async (id: string) => {
      await inOffice(({ services }) => services.directory.upkeep.settleReport(id));
      print(`${id}: settled.`);
    });
  return offersDesk(directory, 'service');
}
