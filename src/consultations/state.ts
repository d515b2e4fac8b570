import type { Definition } from './definition.ts';

export const consultationStates = ['draft', 'notYetOpen', 'open', 'closed', 'reported'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** The facts from which a consultation's state is worked out. */
export interface StateFacts {
  readonly publishedAt: Date | null;
  /** Closed by an officer, before or after its closing time. */
  readonly closedAt: Date | null;
  /** The words on what came of it were approved. */
  readonly reportedAt?: Date | null | undefined;
  readonly definition: Pick<Definition, 'opensAt' | 'closesAt'>;
}

/**
 * A published consultation takes responses from the moment it opens until its closing time, or until an officer closes it. It is reported
 * once people are told what came of it.
 */
export function stateOf({ publishedAt, closedAt, reportedAt, definition }: StateFacts, now: Date): ConsultationState {
  const over = reportedAt ? 'reported' : 'closed';
  if (closedAt && closedAt <= now) return over;
  if (!publishedAt) return 'draft';
  if (new Date(definition.closesAt) <= now) return over;
  return new Date(definition.opensAt) <= now ? 'open' : 'notYetOpen';
}

/** It takes no responses any more. */
export function isOver(facts: StateFacts, now: Date): boolean {
  return ['closed', 'reported'].includes(stateOf(facts, now));
}
