import type { Broadcasts } from '#broadcasts';
import { leftOutInWords, leftOutReasons } from '#broadcasts/audience/leftOut.ts';
import { whyNot, whyPaused } from '#broadcasts/reasons.ts';
import { reachTable } from '#broadcasts/report/index.ts';
import { csvOf } from '#files/csv.ts';
import { print } from './office.ts';
import { printTable } from './table.ts';

type Report = Awaited<ReturnType<Broadcasts['report']>>;

export function printReport(report: Report, { csv = false }): void {
  if (csv) return void process.stdout.write(csvOf(reachTable(report)));
  for (const { key, status, pauseReason, leftOut } of report.broadcasts) {
    print(`${key}: ${status}${pauseReason && status === 'paused' ? `, ${whyPaused(pauseReason)}` : ''}`);
    for (const { broadcast, channel, outcome, reason, count } of report.outcomes)
      if (broadcast === key) print(`  ${count} ${channel} ${outcome}${reason ? `: ${whyNot(reason)}` : ''}`);
    for (const reason of leftOutReasons) if (leftOut[reason]) print(`  ${leftOut[reason]} not written to: ${leftOutInWords[reason]}`);
  }
  const { columns, rows } = reachTable(report);
  if (rows.length === 0) return;
  print('\nWho was told, by which route, when, and what they did (- is hidden: too few people):');
  printTable([columns, ...rows.map((row) => row.map((cell) => String(cell ?? '-')))]);
}
