import type { Answers, Definition } from '../definition.ts';
import { standingAnswers } from '../survey.ts';
import type { Counts } from './counts.ts';

export const responseStatuses = ['started', 'partial', 'submitted'] as const;
export type ResponseStatus = (typeof responseStatuses)[number];

/** A response as stored. Withdrawn ones are never read: nothing of them is left. */
export interface StoredResponse {
  readonly id: string;
  readonly reference: string;
  readonly versionNumber: number;
  readonly channel: string;
  readonly language: string;
  readonly place: string | null;
  readonly council: string | null;
  readonly minuteReference: string | null;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly answers: Answers;
}

/** One row of the results. Nothing in it says who. */
export interface ResponseRow {
  readonly reference: string;
  readonly status: ResponseStatus;
  readonly channel: string;
  readonly language: string;
  /** A place key, such as `parish:irthlingborough`. */
  readonly place: string | null;
  /** `council`: the formal response of a council, counted apart from people's own. */
  readonly capacity: 'own' | 'council';
  /** The council's place key, such as `parish:irthlingborough`. */
  readonly council: string | null;
  /** The minute by which the council agreed to it. */
  readonly minuteReference: string | null;
  readonly version: number;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  /** By question key: null is skipped, absent was not asked. Answers about the person, and those no longer asked, are not here. */
  readonly answers: Answers;
}

/** A response is partial as soon as one answer is more than a skip. */
export function statusOf({ submittedAt, answers }: Pick<StoredResponse, 'submittedAt' | 'answers'>): ResponseStatus {
  if (submittedAt) return 'submitted';
  return Object.values(answers).some((value) => value !== null) ? 'partial' : 'started';
}

export function rowOf(response: StoredResponse, definition: Definition): ResponseRow {
  const { reference, channel, language, place, council, minuteReference, versionNumber: version, startedAt, submittedAt } = response;
  const aboutYou = new Set(definition.questions.filter((question) => question.aboutYou).map(({ key }) => key));
  const standing = Object.entries(standingAnswers(definition, response.answers)).filter(([key]) => !aboutYou.has(key));
  return {
    reference,
    status: statusOf(response),
    channel,
    language,
    place,
    capacity: council === null ? 'own' : 'council',
    council,
    minuteReference,
    version,
    startedAt,
    submittedAt,
    answers: Object.fromEntries(standing),
  };
}

/** In the order in which they were begun. */
export function inOrderOfStart(rows: readonly ResponseRow[]): readonly ResponseRow[] {
  return [...rows].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.reference < b.reference ? -1 : 1));
}

export function countRows(rows: readonly ResponseRow[], withdrawn: number): Counts {
  const count = (status: ResponseStatus, capacity: ResponseRow['capacity'] = 'own') =>
    rows.filter((row) => row.status === status && row.capacity === capacity).length;
  const councils = count('submitted', 'council');
  return { started: count('started'), partial: count('partial'), submitted: count('submitted'), withdrawn, councils };
}
