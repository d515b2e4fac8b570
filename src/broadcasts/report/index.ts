import { type Consultations, respondentPads } from '#consultations';
import type { PrismaClient } from '#database/generated/client.ts';
import type { Table } from '#files/csv.ts';
import { BroadcastRefused } from '../refusal.ts';
import { type BroadcastStatus, statusOf } from '../status.ts';
import type { Store } from '../store.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { type Reach, shown } from './shown.ts';
import { createReportStore } from './store.ts';

export interface BroadcastReport {
  readonly broadcasts: readonly {
    readonly key: string;
    readonly status: BroadcastStatus;
    readonly pauseReason: string | null;
    /** Of those who could have been reached when it was sent, by reason. */
    readonly leftOut: Readonly<Record<string, number>>;
  }[];
  readonly outcomes: readonly Outcome[];
  readonly reach: readonly Reach[];
}

export interface ReportNeeds {
  readonly database: PrismaClient;
  readonly store: Store;
  readonly consultations: Consultations;
}

/** Who was told, by which route, when, and what they did. */
export function createReport({ database, store, consultations }: ReportNeeds) {
  const rows = createReportStore(database);

  return {
    /** Of one broadcast, or of all that were about a consultation. `key` names either. */
    async report(key: string): Promise<BroadcastReport> {
      const all = await store.all();
      const one = all.filter((each) => each.key === key);
      const chosen = one.length > 0 ? one : all.filter((each) => each.consultationKey === key).toReversed();
      if (chosen.length === 0)
        throw new BroadcastRefused(
          `There is no broadcast "${key}", and none about a consultation of that name. To see what there is: broadcast list`,
        );

      const reach: Reach[] = [];
      const { live } = await consultations.catalogueNow();
      for (const { key: broadcast, consultationKey } of chosen) {
        const about = live.find((each) => each.key === consultationKey);
        const found = await rows.reach([broadcast], about && { key: about.key, ...respondentPads(about.secret) });
        reach.push(...found.map((row) => shown(row, consultationKey)));
      }
      return {
        broadcasts: chosen.map((each) => ({
          key: each.key,
          status: statusOf(each),
          pauseReason: each.pauseReason,
          leftOut: each.leftOut as Readonly<Record<string, number>>,
        })),
        outcomes: outcomesOf(await rows.known(chosen.map((each) => each.key))),
        reach,
      };
    },
  };
}

const columns = [
  'consultation',
  'broadcast',
  'place',
  'channel',
  'firstTold',
  'lastTold',
  'meant',
  'told',
  'delivered',
  'answered',
  'begun',
  'noComment',
  'council',
  'remind',
  'nothing',
  'stopped',
] as const satisfies readonly (keyof Reach)[];

/** The reach ledger as a table; an empty cell is hidden. */
export function reachTable({ reach }: Pick<BroadcastReport, 'reach'>): Table {
  return { columns: [...columns], rows: reach.map((row) => columns.map((column) => row[column])) };
}
