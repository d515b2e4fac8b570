import type { Session } from '#events/kinds.ts';
import { dateInWords, timeInWords } from '#language/dates.ts';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';

/** Something to be sent to somebody who asked for it. */
export interface Reminder {
  readonly id: string;
  readonly contactPointId: string;
  readonly language: Language;
  /** `vanished`: its source lists it no more, and nobody knows why. */
  readonly about: 'tomorrow' | 'cancelled' | 'vanished';
  readonly session: Pick<Session, 'id' | 'title' | 'venue' | 'organiser' | 'startsAt' | 'allDay'>;
}

/** A reminder that was handed over for sending, by what it says of which beginning. */
export interface PlannedReminder extends Pick<Reminder, 'id' | 'about'> {
  readonly startsAt: Date;
}

/** The words of a reminder, in the person's language. */
export function reminderInWords({ about, session, language }: Reminder, words: Words): string {
  const { title, startsAt, allDay, organiser } = session;
  const venue = session.venue ?? words(language, 'events.online');
  const time = allDay ? words(language, 'events.allDay') : timeInWords(startsAt);
  return words(language, `events.reminder_${about}`, { title, venue, organiser, date: dateInWords(startsAt, language), time });
}
