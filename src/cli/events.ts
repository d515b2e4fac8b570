import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { type Feed, FeedRefused, type Format, formats, type Imported } from '#events';
import { nextPage } from '#events/import/json/index.ts';
import { counted } from '#language/counted.ts';
import { textOfFile } from './fileGiven.ts';
import { offersDesk } from './offersDesk.ts';
import { inOffice, type Office, print } from './office.ts';

interface ImportOptions {
  readonly source?: string;
  readonly format?: Format;
  readonly organiser?: string;
  readonly venue?: string;
}

/** `events import | pending | approve | refuse`. */
export function eventsCommands(): Command {
  const events = new Command('events').description('what is on: taken in from calendars and feeds');
  events
    .command('import')
    .argument('<file or URL>', 'iCalendar (.ics), OpenActive or schema.org JSON, or a table (.csv): docs/events.md')
    .description('take events in; records that do not hold are listed, the rest goes in; the same feed again changes what has changed')
    .option('--source <name>', 'names the feed, the same each time; unset, its address or the name of the file')
    .addOption(new Option('--format <format>', 'unset, as it looks').choices(formats))
    .option('--organiser <name>', 'who runs what names no organiser')
    .option('--venue <name>', 'where what names no venue is')
    .action(importEvents);
  return offersDesk(events, 'event');
}

async function importEvents(from: string, options: ImportOptions): Promise<void> {
  await inOffice(async (office) => {
    try {
      for await (const feed of feedsOf(from, options, office)) tell(await office.services.events.importFeed(feed));
    } catch (reason) {
      const { FetchRefused } = await import('#fetching');
      if (reason instanceof FetchRefused) throw new Error(reason.advice, { cause: reason });
      if (reason instanceof FeedRefused) throw new Error(`${from} was not taken in. ${reason.message}`);
      throw reason;
    }
  });
}

/** Pages of a feed that is changed page by page. A feed this long is a loop. */
const mostPages = 500;
const accept = 'text/calendar, application/json, application/ld+json, text/csv;q=0.9, */*;q=0.1';

async function* feedsOf(from: string, { source, ...options }: ImportOptions, { config }: Office): AsyncGenerator<Feed> {
  if (!/^https?:\/\//i.test(from)) {
    const text = await textOfFile(from);
    yield { source: source ?? basename(from), text, ...options };
    return;
  }
  const { createFetching } = await import('#fetching');
  const fetching = createFetching({ privateHosts: config.privateHosts });
  let address: string | undefined = from;
  const seen = new Set<string>();
  while (address && !seen.has(address) && seen.size < mostPages) {
    seen.add(address);
    const { text } = await fetching.document(address, accept);
    const next = nextPage(text);
    yield { source: source ?? from, text, ...options };
    address = next && URL.canParse(next, address) ? new URL(next, address).href : undefined;
  }
}

function tell({ source, added, changed, unchanged, vanished, sessions, notNow, refused }: Imported): void {
  for (const { record, reason } of refused) process.stderr.write(`${record}: ${reason}\n`);
  print(
    `${source}: ${counted(added, 'event')} added, ${changed} changed, ${unchanged} as before, ${vanished} vanished; ${counted(sessions, 'session')} ahead; ` +
      `${notNow} over or too far ahead, ${refused.length} refused.`,
  );
}
