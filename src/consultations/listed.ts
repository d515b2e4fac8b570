import type { Counts } from './results/counts.ts';
import { type ConsultationState, stateOf } from './state.ts';
import type { StoredConsultation } from './store.ts';

/** A consultation as a line of the officers' list. */
export interface ConsultationListed {
  readonly key: string;
  /** English. */
  readonly title: string;
  readonly keyword: string;
  readonly state: ConsultationState;
  /** The published version, or the draft where nothing is published. */
  readonly version: number;
  /** A newer version that waits to be published. */
  readonly draft: number | undefined;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly counts: Counts;
}

export function listed(
  { key, closedAt, feedback, versions }: Pick<StoredConsultation, 'key' | 'closedAt' | 'feedback' | 'versions'>,
  counts: Counts,
  now: Date,
): ConsultationListed {
  const newest = versions.at(-1);
  const shown = versions.findLast(({ publishedAt }) => publishedAt) ?? newest;
  if (!newest || !shown) throw new Error(`${key} has no version`);
  const { definition, number: version } = shown;
  return {
    key,
    title: definition.title.en,
    keyword: definition.keyword,
    state: stateOf({ ...shown, closedAt, reportedAt: feedback?.approvedAt }, now),
    version,
    draft: newest.publishedAt ? undefined : newest.number === version ? undefined : newest.number,
    opensAt: new Date(definition.opensAt),
    closesAt: new Date(definition.closesAt),
    counts,
  };
}
