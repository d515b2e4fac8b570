import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { londonDay } from '#calendar/londonDay.ts';
import type { Results } from '#consultations';
import { resultsAsCsv } from '#consultations/export/csv.ts';
import { resultsAsJson } from '#consultations/export/json.ts';
import { fewestBetweenTotals, heldBackWhileOpen } from '#consultations/results/snapshot.ts';
import { inOffice, print } from './office.ts';
import { responsesInWords } from './responsesInWords.ts';

interface ResultsOptions {
  readonly format: 'csv' | 'json' | 'xlsx';
  readonly out?: string;
}

/** Writes the results of a consultation to a file, or the responses to the terminal. */
export async function writeResults(key: string, { format, out }: ResultsOptions): Promise<void> {
  if (format === 'xlsx' && !out) throw new Error('A spreadsheet needs a file: add --out FILE.xlsx');
  const results = await inOffice(({ services }) => services.consultations.results(key));
  process.stderr.write(`${key}: ${responsesInWords(results.counts)}.\n${aboutYouInWords(results)}`);
  if (format === 'xlsx') {
    const { resultsAsXlsx } = await import('#consultations/export/xlsx.ts');
    return save(out ?? '', await resultsAsXlsx(results));
  }
  if (format === 'json') return out ? save(out, resultsAsJson(results)) : print(resultsAsJson(results));
  const [responses, ...others] = resultsAsCsv(results);
  if (!out) return void process.stdout.write(responses?.text ?? '');
  await save(out, responses?.text ?? '');
  for (const { name, text } of others) await save(beside(out, name), text);
}

/** Of when the equality totals are, in a line of its own; nothing where nothing is asked about people. */
function aboutYouInWords({ aboutYou, codebook }: Results): string {
  if (aboutYou) return `about you: as of ${londonDay(aboutYou.takenAt)}, ${aboutYou.responses} responses.\n`;
  if (!codebook.some((entry) => entry.aboutYou)) return '';
  const whileOpen = fewestBetweenTotals + heldBackWhileOpen;
  return `about you: no totals yet, they are told from ${whileOpen} responses on, or from ${fewestBetweenTotals} once it is over.\n`;
}

/** `results.csv` and `codebook` make `results-codebook.csv`. */
function beside(file: string, name: string): string {
  const ending = extname(file);
  return join(dirname(file), `${basename(file, ending)}-${name}${ending}`);
}

async function save(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch((cause: unknown) => {
    throw new Error(`${file} cannot be written. Choose another with --out.`, { cause });
  });
  process.stderr.write(`written: ${file}\n`);
}
