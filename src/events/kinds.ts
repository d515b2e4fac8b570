import type { Audience } from './audiences.ts';

/** A session as a resident is shown it. */
export interface Session {
  readonly id: string;
  readonly eventId: string;
  readonly title: string;
  readonly organiser: string;
  readonly venue: string | undefined;
  readonly address: string | undefined;
  readonly startsAt: Date;
  /** The same as `startsAt` where no end is known. */
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly online: boolean;
  readonly audiences: readonly Audience[];
  readonly free: boolean | undefined;
  readonly cost: string | undefined;
  readonly stepFree: boolean | undefined;
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly cancelledAt: Date | undefined;
  readonly vanishedAt: Date | undefined;
}
