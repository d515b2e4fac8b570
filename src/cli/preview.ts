import type { Broadcasts } from '#broadcasts';
import { leftOutInWords, leftOutReasons } from '#broadcasts/audience/leftOut.ts';
import { londonTime } from '#calendar/londonDay.ts';
import { nextMoment } from '#calendar/sendWindow.ts';
import { counted } from '#language/counted.ts';
import { print } from './office.ts';
import { printTable } from './table.ts';

type Previewed = Awaited<ReturnType<Broadcasts['preview']>>;
type Reading = Pick<Previewed, 'texts' | 'teams'>;

/** Of a broadcast as it is kept: its times besides, and its reminder. */
export function printBroadcastPreview({ broadcast, reminder, ...preview }: Previewed): void {
  const { key, startsAt, expiresAt, definition } = broadcast;
  print(`${key}: from ${londonTime(nextMoment(startsAt))} to ${londonTime(expiresAt)} at the latest.`);
  printPreview(preview);
  if (!reminder || !definition.reminder) return;
  print(`\nReminder, ${definition.reminder.after} days later, to those of them who have not answered by then. If that were all of them:`);
  printReading(reminder);
}

export function printPreview({ counts, ...reading }: Pick<Previewed, 'counts'> & Reading): void {
  const sum = (which: readonly { readonly count: number }[]) => which.reduce((total, { count }) => total + count, 0);
  const told = counts.filter(({ leftOut }) => leftOut === null);
  print(`${counted(sum(told), 'person', 'people')} would get it now.`);
  if (told.length > 0)
    printTable([['channel', 'language', 'people'], ...told.map((row) => [row.channel, row.language, String(row.count)])]);
  if (told.some(({ channel }) => channel === 'teams')) print("In Teams a team's channel or a group chat counts as one.");
  const left = leftOutReasons.map((reason) => ({ reason, count: sum(counts.filter(({ leftOut }) => leftOut === reason)) }));
  print(sum(left) === 0 ? 'Nobody is left out.' : `${sum(left)} would not:`);
  for (const { reason, count } of left) if (count > 0) print(`  ${count} ${leftOutInWords[reason]}`);
  printReading(reading);
}

/** What is read, and what it costs. */
function printReading({ texts, teams }: Reading): void {
  for (const { language, text, people } of teams) printText(`Teams, ${language}: to ${counted(people, 'person', 'people')}`, text);
  for (const { language, text, people, partsEach, pence } of texts) {
    const heading = `Text message, ${language}: ${counted(partsEach, 'part')} to ${counted(people, 'person', 'people')}, ${pounds(pence)}`;
    printText(heading, text);
  }
  print(`\nAll text messages together: ${pounds(texts.reduce((total, { pence }) => total + pence, 0))}`);
}

function printText(heading: string, text: string): void {
  print(`\n${heading}`);
  print(text.replaceAll(/^/gm, '  '));
}

function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
