import { Command, Option } from 'commander';
import { londonDay, londonTime } from '#calendar/londonDay.ts';
import { approveFeedback, writeFeedback } from './feedback.ts';
import { inOffice, print } from './office.ts';
import { readingFile } from './readingFile.ts';
import { responsesInWords } from './responsesInWords.ts';
import { writeResults } from './results.ts';
import { printTable } from './table.ts';

/** `consultation import | publish | close | feedback | approve | list | results`. */
export function consultationCommands(): Command {
  const consultation = new Command('consultation').description('write, open, close and read consultations');
  consultation
    .command('import')
    .argument('<file>', 'a consultation as YAML or JSON')
    .description('take a file in as a draft; a file that does not hold is refused whole, with every fault')
    .action(importFile);
  consultation
    .command('publish')
    .argument('<key>')
    .description('publish the draft; people in the middle finish the version that they started')
    .action(async (key: string) => {
      const { version, state } = await inOffice(({ services }) => services.consultations.publish(key));
      print(`${key}: version ${version} is published (${stateInWords[state]}).`);
    });
  consultation
    .command('close')
    .argument('<key>')
    .description('close it now, for good')
    .action(async (key: string) => {
      const { closedAt } = await inOffice(({ services }) => services.consultations.close(key));
      print(`${key}: closed since ${londonTime(closedAt)}.`);
    });
  consultation
    .command('feedback')
    .argument('<file>', 'what came of a consultation, as YAML or JSON: asked, said, did')
    .description('write down what came of a consultation; a file that does not hold is refused whole, with every fault')
    .action(writeFeedback);
  consultation
    .command('approve')
    .argument('<key>')
    .option('--as <email>', 'you, a member of staff who did not write it; without it the words are shown, and nothing is approved')
    .description('agree to the words on what came of it: from then on people are told')
    .action(approveFeedback);
  consultation.command('list').description('every consultation, its state and its counts').action(list);
  consultation
    .command('results')
    .argument('<key>')
    .description('the answers, with a codebook, the counts, and the equality totals; never a contact')
    .addOption(new Option('--format <format>', 'how to write them').choices(['csv', 'json', 'xlsx']).default('csv'))
    .option('--out <file>', 'where to; csv writes FILE and FILE-codebook, FILE-about-you and FILE-counts beside it')
    .action(writeResults);
  return consultation;
}

const stateInWords = {
  draft: 'a draft',
  notYetOpen: 'opens on its day',
  open: 'open now',
  closed: 'over already',
  reported: 'over, and people are told what came of it',
} as const;

async function importFile(file: string): Promise<void> {
  const { key, version, outcome } = await readingFile(file, (source) =>
    inOffice(({ services }) => services.consultations.importFile(source)),
  );
  if (outcome === 'asPublished') return print(`${key}: this is version ${version}, which is published. Nothing was changed.`);
  print(`${key}: version ${version} is a draft${outcome === 'replaced' ? ' (it replaces the draft before)' : ''}.`);
  print(`To open it: consultation publish ${key}`);
}

/** The last day on which it takes answers: a closing time at midnight belongs to the day before. */
function lastDay(closesAt: Date): string {
  return londonDay(new Date(closesAt.getTime() - 1));
}

async function list(): Promise<void> {
  const all = await inOffice(({ services }) => services.consultations.list());
  if (all.length === 0) return print('There is no consultation yet. To begin: consultation import FILE');
  const rows = all.map(({ key, keyword, state, version, closesAt, counts, title }) => [
    key,
    keyword,
    state,
    `v${version}`,
    lastDay(closesAt),
    responsesInWords(counts),
    title,
  ]);
  printTable([['key', 'keyword', 'state', 'version', 'closes', 'responses', 'title'], ...rows]);
}
