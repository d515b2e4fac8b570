import { createReadStream, createWriteStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { type ImportReport, type ImportResult, largestFile, longestFeedMs } from '#directory';
import { counted } from '#language/counted.ts';
import { directoryDesk } from './directoryDesk.ts';
import { sizeOfFile, textOfFile } from './fileGiven.ts';
import { inOffice, type Office, print } from './office.ts';

/** `directory import | export | unmet | reports | settle | pending | approve | refuse`. */
export function directoryCommands(): Command {
  const directory = new Command('directory').description('the services that voluntary groups offer, in Open Referral UK form');
  directory
    .command('import')
    .argument('<file or address>', 'an Open Referral UK 3.0 feed, an HSDS 3.0 JSON file, or a table (.csv)')
    .option('--source <name>', 'where it comes from, so that what it lists no more is marked; unset, its own name')
    .description('take services in; what cannot be kept is listed with its reason, the rest goes in; the same again changes nothing')
    .action(importFrom);
  directory
    .command('export')
    .option('--out <file>', 'where to; unset, the terminal')
    .description('everything that is published, as one JSON document that can be imported again')
    .action(async ({ out }: { out?: string }) => {
      await inOffice(({ services }) =>
        pipeline(Readable.from(services.directory.published.exported()), out ? createWriteStream(out) : process.stdout, {
          end: out !== undefined,
        }),
      );
    });
  return directoryDesk(directory);
}

async function importFrom(from: string, { source }: { source?: string }): Promise<void> {
  const report: ImportReport = {
    refused: (where, reason) => void process.stderr.write(`${where} ${reason}\n`),
    leftOut: (where, reason) => void process.stderr.write(`${where}: ${reason}\n`),
  };
  const { taken, refused, vanished } = await inOffice((office) => importInto(office, from, source ?? basename(from), report));
  const said = [
    counted(taken, 'service is in', 'services are in'),
    counted(refused, 'was refused', 'were refused'),
    counted(vanished, 'is listed no more', 'are listed no more'),
  ];
  print(`${from}: ${said.join(', ')}.`);
}

async function importInto(
  { config, services: { directory } }: Office,
  from: string,
  source: string,
  report: ImportReport,
): Promise<ImportResult> {
  if (/^https?:/i.test(from)) {
    const { createFetching, FetchRefused } = await import('#fetching');
    const fetching = createFetching({ privateHosts: config.privateHosts });
    const until = Date.now() + longestFeedMs;
    const fetchText = async (url: string) => {
      if (Date.now() > until) throw new Error(`The feed takes longer than ${longestFeedMs / 60_000} minutes.`);
      const document = await fetching.document(url, 'application/json').catch((reason: unknown) => {
        throw reason instanceof FetchRefused ? new Error(reason.advice, { cause: reason }) : reason;
      });
      return document.text;
    };
    return directory.importFeed(from, fetchText, report);
  }
  const size = await sizeOfFile(from);
  if (extname(from).toLowerCase() === '.csv') return directory.importCsv(createReadStream(from), source, report);
  if (size > largestFile)
    throw new Error(`${from} is larger than ${largestFile / 1024 / 1024} MiB. Import it in parts, each with its own --source.`);
  return directory.importJson(await textOfFile(from), source, report);
}
