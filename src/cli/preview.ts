import type { Broadcasts } from '#broadcasts';
import { leftOutInWords, leftOutReasons } from '#broadcasts/audience/leftOut.ts';
import { counted } from '#language/counted.ts';
import { print } from './office.ts';
import { printTable } from './table.ts';

type Preview = Awaited<ReturnType<Broadcasts['preview']>>;

export function printPreview({ counts, texts }: Pick<Preview, 'counts' | 'texts'>): void {
  const sum = (which: readonly { readonly count: number }[]) => which.reduce((total, { count }) => total + count, 0);
  const told = counts.filter(({ leftOut }) => leftOut === null);
  print(`${counted(sum(told), 'person', 'people')} would get it now.`);
  if (told.length > 0)
    printTable([['channel', 'language', 'people'], ...told.map((row) => [row.channel, row.language, String(row.count)])]);
  const left = leftOutReasons.map((reason) => ({ reason, count: sum(counts.filter(({ leftOut }) => leftOut === reason)) }));
  print(`${sum(left)} would not:`);
  for (const { reason, count } of left) if (count > 0) print(`  ${count} ${leftOutInWords[reason]}`);
  for (const { language, text, people, partsEach, pence } of texts) {
    print(`\nText message, ${language}: ${counted(partsEach, 'part')} to ${counted(people, 'person', 'people')}, ${pounds(pence)}`);
    print(text.replaceAll(/^/gm, '  '));
  }
  print(`\nAll texts together: ${pounds(texts.reduce((total, { pence }) => total + pence, 0))}`);
}

function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}
