import type { Texting } from '#approaches';
import type { Events, Found } from '#events';
import { hoursOf, rangeOf } from '#language/hearing/when.ts';
import type { GridPoint, Places } from '#places';
import type { AskedOption } from '../asking.ts';
import { more } from '../hearListed.ts';
import type { Turn } from '../turn.ts';
import { foundInWords, queryInWords } from './inWords.ts';
import type { Query } from './query.ts';
import type { EventsState } from './state.ts';

export interface EventsServices {
  readonly events: Events;
  readonly places: Places;
  readonly texting: Texting | undefined;
}

/** As many as a person takes in at a time. */
const shownAtOnce = 3;
const dayMs = 86_400_000;
/** Where no day was said, and where we look farther because nothing was found. */
const usualDays = 14;
const farDays = 90;

export const menu = 'menu';

/**
 * Looks, and puts what was found, nearest and soonest first. Where nothing is found it looks wider: other days, then for the words alone, then for
 * anything near, so that nobody is left with nothing. `point` is where they said they are, as exactly as they said it.
 */
export async function putList(turn: Turn, services: EventsServices, state: EventsState, point?: GridPoint): Promise<EventsState> {
  const { query, before } = state;
  const near = point ?? (query.near && (await services.places.at(query.near.key))?.point);
  for (const [place, wider] of [query, ...widened(query)].entries()) {
    const far = place > 0;
    const { found, more: others } = await search(turn, services.events, { query: wider, before, near: wider.near && near, far });
    // After the last page comes the first.
    if (found.length === 0 && before.length > 0) return putList(turn, services, { ...state, before: [] }, point);
    if (found.length === 0) continue;
    if (far) turn.say('events.nothingBut', { about: queryInWords(turn, query) });
    return { ...state, stage: 'list', query: wider, listed: put(turn, wider, { found, others, before: before.length, far }) };
  }
  turn.say('events.nothing', { about: queryInWords(turn, query) });
  const options = [{ key: menu, label: turn.words('events.menu') }];
  turn.ask({ about: 'events:none', text: turn.words('events.tryAnother'), options, answer: 'one' }, 0);
  return { ...state, stage: 'list', query: {}, listed: [] };
}

/** Wider and wider. The last is anything at all. */
function widened({ days, part, near, venue, words, ...whom }: Query): readonly Query[] {
  const inPlace = near && { near };
  return [
    ...(days || part ? [{ ...inPlace, ...(venue && { venue }), ...(words && { words }), ...whom }] : []),
    ...(words ? [{ words }] : []),
    ...(words && Object.keys(whom).length > 0 ? [{ ...inPlace, ...whom }] : []),
    ...(inPlace ? [inPlace] : []),
    {},
  ];
}

interface Search {
  readonly query: Query;
  readonly before: readonly string[];
  readonly near: GridPoint | undefined;
  readonly far: boolean;
}

function search({ now }: Turn, events: Events, { query, before, near, far }: Search) {
  const { days, part, audience, free, stepFree, venue, words } = query;
  const until = new Date(now.getTime() + (far ? farDays : usualDays) * dayMs);
  const range = days ? rangeOf(days, part, now) : { from: now, to: until };
  const hours = part && days?.first !== days?.last ? hoursOf[part] : undefined;
  const inEvery = !days && part ? hoursOf[part] : hours;
  return events.find(
    { ...range, hours: inEvery, near, venue, audience, free, stepFree, ...(words && { words }), besides: before },
    shownAtOnce,
  );
}

interface ToPut {
  readonly found: readonly Found[];
  /** Whether there are more of them. */
  readonly others: boolean;
  readonly before: number;
  readonly far: boolean;
}

/** As many of them as fit; the hint goes first where there is no room. */
function put(turn: Turn, query: Query, { found, others, before, far }: ToPut): EventsState['listed'] {
  const about = queryInWords(turn, query, far ? 'events.comingUp' : 'events.twoWeeks');
  const text = turn.words('events.found', { about });
  const hint = before === 0 ? turn.words(turn.room.buttons ? 'events.hintShort' : 'events.hint') : undefined;
  const options = (shown: readonly Found[]): readonly AskedOption[] => [
    ...shown.map((one) => ({ key: one.session.id, label: foundInWords(turn, one), say: one.session.title })),
    ...(shown.length < found.length || others || before > 0 ? [{ key: more, label: turn.words('events.more') }] : []),
  ];
  const fits = ({ shown, hint }: { shown: readonly Found[]; hint: string | undefined }) =>
    turn.room.buttons ||
    turn.room.fits([text, ...options(shown).map(({ label }, at) => `${at + 1} ${label}`), hint].filter(Boolean).join('\n'));
  const ways = [
    { shown: found, hint },
    ...[...found.keys()].map((fewer) => ({ shown: found.slice(0, found.length - fewer), hint: undefined })),
  ];
  const way = ways.find(fits) ?? { shown: found.slice(0, 1), hint: undefined };
  turn.ask({ about: `events:list ${before}`, text, options: options(way.shown), answer: 'one', ...(way.hint && { hint: way.hint }) }, 0);
  return way.shown.map(({ session: { id, eventId, title } }) => ({ sessionId: id, eventId, title }));
}
