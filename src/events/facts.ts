import type { Language } from '#language/languages.ts';

/** What happens to events in a turn. */
export type EventFact =
  | {
      readonly kind: 'eventReminderAsked';
      readonly contactPointId: string;
      readonly sessionId: string;
      readonly language: Language;
      readonly dueAt: Date;
    }
  | { readonly kind: 'eventReminderDropped'; readonly contactPointId: string; readonly sessionId: string };
