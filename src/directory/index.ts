import type { Prisma } from '#database/prisma.ts';
import type { Words } from '#language/words.ts';
import type { Places } from '#places';
import { readCsvFile } from './import/csvFile.ts';
import { type FetchText, readFeed } from './import/feed.ts';
import { readJsonFile } from './import/jsonFile.ts';
import type { Found, ImportReport } from './import/raw.ts';
import { importServices } from './importing.ts';
import { createNeedWords } from './needs.ts';
import { type Asked, filterOf } from './published/asked.ts';
import { createPublished, type Filter } from './published/index.ts';
import { createPublishedStore } from './published/store.ts';
import { createSearch } from './search/index.ts';
import { createSearchStore } from './search/store.ts';
import { createStore } from './store.ts';
import { createUpkeep } from './upkeep/index.ts';
import { createUpkeepStore } from './upkeep/store.ts';

export { ImportRefused, type ImportReport } from './import/raw.ts';
export type { ImportResult } from './importing.ts';
export { largestFile, longestFeedMs } from './limits.ts';
export { UpkeepRefused } from './upkeep/index.ts';
export { recordDirectoryFact } from './upkeep/store.ts';

export interface DirectoryNeeds {
  readonly database: Prisma;
  readonly places: Places;
  readonly words: Words;
  readonly clock: () => Date;
  /** Where a resident turns when nothing is found, in words: "Thornby Council on 01632 960000". */
  readonly councilContact?: string | undefined;
}

export type { FoundService, Wanted } from './search/index.ts';
export type Directory = ReturnType<typeof createDirectory>;

/** The services that voluntary groups offer, in Open Referral UK's words. */
export function createDirectory({ database, places, words, clock, councilContact }: DirectoryNeeds) {
  const store = createStore(database);
  const needWords = createNeedWords(words);
  const search = createSearch(createSearchStore(database), needWords, clock);
  const published = createPublished(createPublishedStore(database));
  const take = (found: AsyncIterable<Found> | Iterable<Found>, source: string, report: ImportReport) =>
    importServices(found, { store, places, report, source, at: clock() });

  return {
    search,
    upkeep: createUpkeep({ upkeep: createUpkeepStore(database), store, places, clock }),
    councilContact,
    published,
    /** The need that somebody speaks of, in their language or English. */
    hearNeed: needWords.hear,

    /** What a query of the open API asks for; nothing where its postcode is not one that we know. */
    filterOf: (asked: Asked): Promise<Filter | undefined> => filterOf(asked, places),

    /** Takes in an HSDS 3.0 or Open Referral UK 3.0 document. Throws ImportRefused where nothing in it can be taken in. */
    importJson: (text: string, source: string, report: ImportReport) => take(readJsonFile(text), source, report),
    /** Takes in a table, one service a row, in bounded memory. */
    importCsv: (input: AsyncIterable<Uint8Array | string>, source: string, report: ImportReport) =>
      take(readCsvFile(input, source), source, report),
    /** Takes in an Open Referral UK 3.0 feed, page by page. */
    importFeed: (address: string, fetchText: FetchText, report: ImportReport) => take(readFeed(address, fetchText), address, report),
  };
}
