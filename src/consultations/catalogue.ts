import type { Definition } from './definition.ts';
import type { Feedback } from './feedback/definition.ts';
import { isOver, type StateFacts, stateOf } from './state.ts';

/** A published consultation as it stands: its newest published version. Not yet open and closed ones are here too; `stateOf` tells. */
export interface LiveConsultation extends StateFacts {
  readonly key: string;
  readonly version: number;
  readonly definition: Definition;
  readonly publishedAt: Date;
  /** What its keyed hashes are made with. */
  readonly secret: Uint8Array;
  /** What came of it, once its words are approved. */
  readonly feedback?: Feedback | undefined;
}

/** What was asked under one number. Once published it never changes. */
export interface PublishedVersion {
  readonly key: string;
  readonly version: number;
  readonly definition: Definition;
}

/** Every published consultation, at one revision. */
export interface Catalogue {
  readonly revision: number;
  /** In the order in which they were first published. */
  readonly live: readonly LiveConsultation[];
  /** Every published version, for people in the middle of an older one: see `definitionOf`. */
  readonly versions: ReadonlyMap<string, Definition>;
}

export const versionName = (key: string, version: number): string => `${key}/${version}`;

/** The definition that a response was started with, however often it was edited since. */
export function definitionOf({ versions }: Catalogue, key: string, version: number): Definition | undefined {
  return versions.get(versionName(key, version));
}

/** The consultation that a word starts. One that still runs goes before one that had the keyword earlier. `word` in any case. */
export function byKeyword({ live }: Pick<Catalogue, 'live'>, word: string, now: Date): LiveConsultation | undefined {
  const keyword = word.trim().toUpperCase();
  const found = live.filter(({ definition }) => definition.keyword === keyword);
  return found.find((each) => !isOver(each, now)) ?? found.at(-1);
}

/** The consultations that take responses now. */
export function openNow({ live }: Pick<Catalogue, 'live'>, now: Date): readonly LiveConsultation[] {
  return live.filter((each) => stateOf(each, now) === 'open');
}
