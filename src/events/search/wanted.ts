import type { Audience } from '#events/audiences.ts';
import type { GridPoint } from '#places';

/** What somebody would go to. */
export interface Wanted {
  /** On at some time from here to there. */
  readonly from: Date;
  readonly to: Date;
  /** Beginning in these hours by the clock in London, on each of several days. */
  readonly hours?: Hours | undefined;
  readonly near?: GridPoint | undefined;
  /** Metres; farther away is left out. */
  readonly within?: number | undefined;
  /** A name, or part of one. */
  readonly venue?: string | undefined;
  /** Beginnings of words, in the form of `plain`, all of which its title, venue, address, organiser or topics hold. */
  readonly words?: readonly string[];
  readonly audience?: Audience | undefined;
  /** Ids of events that they have seen already. */
  readonly besides?: readonly string[];
  /** Only what is said to be free; so for step-free. */
  readonly free?: boolean | undefined;
  readonly stepFree?: boolean | undefined;
}

/** From the beginning of one hour to the beginning of another. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** Whom else it suits: a toddler goes where families go. */
const alsoFor: Readonly<Partial<Record<Audience, readonly Audience[]>>> = {
  toddlers: ['families'],
  children: ['families'],
  teenagers: ['families'],
  families: ['toddlers', 'children'],
};

export function audiencesFitting(audience: Audience): readonly Audience[] {
  return [audience, ...(alsoFor[audience] ?? [])];
}
