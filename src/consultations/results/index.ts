import { aboutYouKey } from '../keys.ts';
import { ConsultationRefused } from '../refusal.ts';
import { isOver } from '../state.ts';
import { aboutYouTotals, listableQuestions, type Tally, tallied } from './aboutYou.ts';
import { type CodebookEntry, codebookOf } from './codebook.ts';
import { questionKeys, type Version } from './columns.ts';
import type { Counts } from './counts.ts';
import { countRows, inOrderOfStart, type ResponseRow, rowOf } from './shape.ts';
import { type AboutYouSnapshot, counted } from './snapshot.ts';
import { batchSize, type ResultsStore } from './store.ts';

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
      const { versions, withdrawn, closedAt } = found;
      const newest = versions.at(-1);
      if (!newest) throw new ConsultationRefused('not-published', `${key} was never published; nobody has answered it.`);

      const at = clock();
      const { rows, sent } = await readResponses(resultsStore, key, versions);
      const inTotals = counted(sent, isOver({ ...newest, closedAt }, at));
      const secret = secretOf({ key, secret: found.secret });
      const tally = await tallyOf(
        resultsStore,
        inTotals.map((id) => aboutYouKey(secret, id)),
        listableQuestions(versions),
      );
      const totals = aboutYouTotals(versions, tally, inTotals.length);
      return {
        key,
        title: newest.definition.title.en,
        at,
        counts: countRows(rows, withdrawn),
        questionKeys: questionKeys(versions),
        responses: inOrderOfStart(rows),
        codebook: codebookOf(versions),
        aboutYou: totals.length === 0 ? null : await resultsStore.tellAboutYou(key, { takenAt: at, responses: inTotals.length, totals }),
      };
    },
  };
}

/** Every response, and the ids of people's own that were sent, in the order in which they were. */
async function readResponses(store: ResultsStore, key: string, versions: readonly Version[]) {
  const definitions = new Map(versions.map(({ number, definition }) => [number, definition]));
  const rows: ResponseRow[] = [];
  const sent: { readonly id: string; readonly at: Date }[] = [];
  for await (const batch of store.responses(key)) {
    for (const response of batch) {
      const definition = definitions.get(response.versionNumber);
      if (definition) rows.push(rowOf(response, definition));
      if (response.submittedAt && response.council === null) sent.push({ id: response.id, at: response.submittedAt });
    }
  }
  sent.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  return { rows, sent: sent.map(({ id }) => id) };
}

async function tallyOf(store: ResultsStore, holders: readonly string[], listable: ReadonlySet<string>): Promise<Tally> {
  let tally: Tally = new Map();
  for (let from = 0; from < holders.length; from += batchSize)
    tally = tallied(tally, await store.aboutYou(holders.slice(from, from + batchSize)), listable);
  return tally;
}
