import { reminderDueAt, type Session } from '#events';
import { dateInWords } from '#language/dates.ts';
import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';
import { sessionInWords } from './inWords.ts';
import type { EventsServices } from './list.ts';

const choices = ['calendar', 'remind', 'forget', 'back'] as const;
type Choice = (typeof choices)[number];

/** Says everything of one session, and what can be done with it. False where there is no such session any more. */
export async function putSession(turn: Turn, { events }: EventsServices, sessionId: string): Promise<boolean> {
  const session = await events.session(sessionId);
  if (!session) return false;
  const reminded = await events.isReminded(turn.contactPointId, sessionId);
  turn.ask(
    { about: aboutOf(session), text: sessionInWords(turn, session), options: optionsFor(turn, session, reminded), answer: 'one' },
    0,
  );
  return true;
}

/** Does what was chosen. `undefined` where nothing was. */
export async function hearInSession(turn: Turn, { events }: EventsServices, sessionId: string): Promise<'back' | 'stay' | undefined> {
  const [session, reminded] = await Promise.all([events.session(sessionId), events.isReminded(turn.contactPointId, sessionId)]);
  if (!session) return 'back';
  const options = optionsFor(turn, session, reminded).map(({ key, label }) => ({ key, labels: [label] }));
  const heard = hearOption(turn.said, options, turn.language);
  if (!heard.ok) return undefined;
  if (heard.value === 'back') return 'back';
  if (heard.value === 'calendar') answer(turn, session, turn.words('events.link', { link: events.calendarLink(sessionId) }), reminded);
  else if (heard.value === 'remind') remind(turn, session);
  else {
    turn.record({ kind: 'eventReminderDropped', contactPointId: turn.contactPointId, sessionId });
    answer(turn, session, turn.words('events.forgotten'), false);
  }
  return 'stay';
}

function remind(turn: Turn, session: Session): void {
  const { contactPointId, language, now } = turn;
  const dueAt = reminderDueAt(session.startsAt, now);
  if (dueAt) {
    turn.record({ kind: 'eventReminderAsked', contactPointId, sessionId: session.id, language, dueAt });
    answer(turn, session, turn.words('events.reminderSet', { date: dateInWords(dueAt, language) }), true);
  } else answer(turn, session, turn.words('events.tooSoon', { date: dateInWords(session.startsAt, language) }), false);
}

/** Buttons go with what was said last, so they are put once more; numbers in a text still hold. */
function answer(turn: Turn, session: Session, text: string, reminded: boolean): void {
  if (turn.room.buttons) turn.ask({ about: aboutOf(session), text, options: optionsFor(turn, session, reminded), answer: 'one' }, 0);
  else turn.tell(text);
}

function optionsFor(turn: Turn, session: Session, reminded: boolean): readonly AskedOption[] {
  const isOff = session.cancelledAt !== undefined || session.vanishedAt !== undefined;
  const offered: Readonly<Record<Choice, boolean>> = { calendar: !isOff, remind: !isOff && !reminded, forget: reminded, back: true };
  return choices.filter((choice) => offered[choice]).map((key) => ({ key, label: turn.words(`events.${key}`) }));
}

const aboutOf = ({ id }: Session) => `events:${id}`;
