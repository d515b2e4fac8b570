import type { Texting } from '#approaches';
import { reminderDueAt, type Session } from '#events';
import { dateInWords } from '#language/dates.ts';
import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from '../asking.ts';
import type { Opening } from '../door.ts';
import { textIt, textItOption, textingOf } from '../texting/door.ts';
import type { Turn } from '../turn.ts';
import { sessionInWords, sessionLines } from './inWords.ts';
import type { EventsServices } from './list.ts';

const choices = ['calendar', 'remind', 'forget'] as const;
type Choice = (typeof choices)[number];

/** One session as it stands for somebody: whether they are to be reminded of it, and whether it can be texted to them. */
interface Looked {
  readonly session: Session;
  readonly reminded: boolean;
  readonly texting: Texting | undefined;
}

/** Says everything of one session, and what can be done with it. False where there is no such session any more. */
export async function putSession(turn: Turn, services: EventsServices, sessionId: string): Promise<boolean> {
  const looked = await look(turn, services, sessionId);
  if (looked) ask(turn, looked, sessionInWords(turn, looked.session));
  return looked !== undefined;
}

/** Asks what to do with it, without saying once more what was said of it. False where there is no such session any more. */
export async function putWhatNext(turn: Turn, services: EventsServices, sessionId: string): Promise<boolean> {
  const looked = await look(turn, services, sessionId);
  if (looked) ask(turn, looked, turn.words('services.whatNext'));
  return looked !== undefined;
}

/** Does what was chosen. `undefined` where nothing was. */
export async function hearInSession(
  turn: Turn,
  services: EventsServices,
  sessionId: string,
): Promise<'back' | 'stay' | { readonly over: Opening } | undefined> {
  const { events } = services;
  const looked = await look(turn, services, sessionId);
  if (!looked) return 'back';
  const { session, texting } = looked;
  const options = optionsFor(turn, looked).map(({ key, label }) => ({ key, labels: [label] }));
  const heard = hearOption(turn.said, options, turn.language);
  if (!heard.ok) return undefined;
  if (heard.value === 'back') return 'back';
  if (heard.value === textIt && texting) {
    const lines = [...sessionLines(turn, session), events.calendarLink(sessionId)];
    return { over: textingOf(turn, texting, session.title, lines) };
  }
  if (heard.value === 'calendar') answer(turn, looked, turn.words('events.link', { link: events.calendarLink(sessionId) }));
  else if (heard.value === 'remind') remind(turn, looked);
  else {
    turn.record({ kind: 'eventReminderDropped', contactPointId: turn.contactPointId, sessionId });
    answer(turn, { ...looked, reminded: false }, turn.words('events.forgotten'));
  }
  return 'stay';
}

/** Says something of a session that is shown. False where there is no such session any more. */
export async function sayInSession(
  turn: Turn,
  services: EventsServices,
  sessionId: string,
  inWords: (session: Session) => string,
): Promise<boolean> {
  const looked = await look(turn, services, sessionId);
  if (looked) answer(turn, looked, inWords(looked.session));
  return looked !== undefined;
}

async function look(turn: Turn, { events, texting }: EventsServices, sessionId: string): Promise<Looked | undefined> {
  const [session, reminded] = await Promise.all([events.session(sessionId), events.isReminded(turn.contactPointId, sessionId)]);
  return session && { session, reminded, texting };
}

function remind(turn: Turn, looked: Looked): void {
  const { contactPointId, language, now } = turn;
  const { session } = looked;
  const dueAt = reminderDueAt(session.startsAt, now);
  if (turn.optedOut) answer(turn, looked, turn.words('turn.stopped'));
  else if (dueAt) {
    turn.record({ kind: 'eventReminderAsked', contactPointId, sessionId: session.id, language, dueAt });
    answer(turn, { ...looked, reminded: true }, turn.words('events.reminderSet', { date: dateInWords(dueAt, language) }));
  } else answer(turn, { ...looked, reminded: false }, turn.words('events.tooSoon', { date: dateInWords(session.startsAt, language) }));
}

/** Buttons go with what was said last, so they are put once more; numbers in a text still hold. */
function answer(turn: Turn, looked: Looked, text: string): void {
  if (turn.room.buttons) ask(turn, looked, text);
  else turn.tell(text);
}

function ask(turn: Turn, looked: Looked, text: string): void {
  turn.ask({ about: `events:${looked.session.id}`, text, options: optionsFor(turn, looked), answer: 'one' }, 0);
}

function optionsFor(turn: Turn, { session, reminded, texting }: Looked): readonly AskedOption[] {
  const isOff = session.cancelledAt !== undefined || session.vanishedAt !== undefined;
  const offered: Readonly<Record<Choice, boolean>> = { calendar: !isOff, remind: !isOff && !reminded, forget: reminded };
  return [
    ...choices.filter((choice) => offered[choice]).map((key) => ({ key, label: turn.words(`events.${key}`) })),
    ...(isOff ? [] : textItOption(turn, texting)),
    { key: 'back', label: turn.words('events.back') },
  ];
}
