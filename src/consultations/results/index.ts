import { aboutYouKey } from '../keys.ts';
import { ConsultationRefused } from '../refusal.ts';
import { aboutYouTotals, listableQuestions, type Tally, tallied } from './aboutYou.ts';
import { type CodebookEntry, codebookOf } from './codebook.ts';
import { questionKeys, type Version } from './columns.ts';
import type { Counts } from './counts.ts';
import { countRows, inOrderOfStart, type ResponseRow, rowOf } from './shape.ts';
import type { AboutYouSnapshot } from './snapshot.ts';
import type { ResultsStore } from './store.ts';

/** What came of a consultation, as it stands. */
export interface Results {
  readonly key: string;
  /** English. */
  readonly title: string;
  readonly at: Date;
  readonly counts: Counts;
  /** A column each, over all versions. */
  readonly questionKeys: readonly string[];
  /** In the order in which they were begun. */
  readonly responses: readonly ResponseRow[];
  readonly codebook: readonly CodebookEntry[];
  /** Totals of the last snapshot, which may be older than the responses; null before the first, or where nothing is asked about people. */
  readonly aboutYou: AboutYouSnapshot | null;
}

export interface ResultsNeeds {
  readonly resultsStore: ResultsStore;
  readonly clock: () => Date;
  /** Opens a consultation's sealed secret. */
  secretOf(consultation: { readonly key: string; readonly secret: Uint8Array }): Uint8Array;
}

export function createResults({ resultsStore, clock, secretOf }: ResultsNeeds) {
  return {
    /** Every response and total of a consultation, whether it runs or is over. */
    async results(key: string): Promise<Results> {
      const found = await resultsStore.consultation(key);
      if (!found) throw new ConsultationRefused('unknown', `There is no consultation "${key}".`);
      const { versions, withdrawn } = found;
      const newest = versions.at(-1);
      if (!newest) throw new ConsultationRefused('not-published', `${key} was never published; nobody has answered it.`);

      const read = await readResponses(resultsStore, key, versions, secretOf({ key, secret: found.secret }));
      const counts = countRows(read.rows, withdrawn);
      const at = clock();
      const totals = aboutYouTotals(versions, read.tally, counts.submitted);
      return {
        key,
        title: newest.definition.title.en,
        at,
        counts,
        questionKeys: questionKeys(versions),
        responses: inOrderOfStart(read.rows),
        codebook: codebookOf(versions),
        aboutYou: totals.length === 0 ? null : await resultsStore.tellAboutYou(key, { takenAt: at, responses: counts.submitted, totals }),
      };
    },
  };
}

async function readResponses(store: ResultsStore, key: string, versions: readonly Version[], secret: Uint8Array) {
  const definitions = new Map(versions.map(({ number, definition }) => [number, definition]));
  const listable = listableQuestions(versions);
  const rows: ResponseRow[] = [];
  let tally: Tally = new Map();
  for await (const batch of store.responses(key)) {
    for (const response of batch) {
      const definition = definitions.get(response.versionNumber);
      if (definition) rows.push(rowOf(response, definition));
    }
    const holders = batch.filter(({ submittedAt }) => submittedAt).map(({ id }) => aboutYouKey(secret, id));
    tally = tallied(tally, await store.aboutYou(holders), listable);
  }
  return { rows, tally };
}
