import type { Definition } from './definition.ts';

export const consultationStates = ['draft', 'notYetOpen', 'open', 'closed'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** The facts from which a consultation's state is worked out. */
export interface StateFacts {
  readonly publishedAt: Date | null;
  /** Closed by an officer, before or after its closing time. */
  readonly closedAt: Date | null;
  readonly definition: Pick<Definition, 'opensAt' | 'closesAt'>;
}

/** A published consultation takes responses from the moment it opens until its closing time, or until an officer closes it. */
export function stateOf({ publishedAt, closedAt, definition }: StateFacts, now: Date): ConsultationState {
  if (closedAt && closedAt <= now) return 'closed';
  if (!publishedAt) return 'draft';
  if (new Date(definition.closesAt) <= now) return 'closed';
  return new Date(definition.opensAt) <= now ? 'open' : 'notYetOpen';
}
