import type { WhereState } from '../places/where.ts';
import type { Query } from './query.ts';

/** Where somebody is in looking for events. */
export interface EventsState {
  readonly stage: 'list' | 'session' | 'which';
  readonly query: Query;
  /** Ids of events on the pages before this one. */
  readonly before: readonly string[];
  /** What this page shows, in order. */
  readonly listed: readonly Listed[];
  /** The session that they look at. */
  readonly sessionId?: string;
  /** Places of one name that were asked back. */
  readonly which?: WhereState;
}

export interface Listed {
  readonly sessionId: string;
  readonly eventId: string;
  readonly title: string;
}

export const emptyState: EventsState = { stage: 'list', query: {}, before: [], listed: [] };
