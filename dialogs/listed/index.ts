import type { Directory, FoundService } from '#directory';
import type { Events, Found } from '#events';
import { plain } from '#language/hearing/clean.ts';
import { shortestPutRight } from '#language/hearing/nameWords.ts';
import { rootOf } from '#language/hearing/roots.ts';
import { rangeOf } from '#language/hearing/when.ts';
import { type FoundPlace, metresInAMile, type Places } from '#places';
import type { Opportunity, Volunteering } from '#volunteering';
import type { AskedOption } from '../asking.ts';
import type { Opening } from '../door.ts';
import { eventsDialogId } from '../events/door.ts';
import { foundInWords } from '../events/inWords.ts';
import { type ServicesOptions, servicesDialogId } from '../services/door.ts';
import { lineOf } from '../services/inWords.ts';
import { nearMiles } from '../services/look.ts';
import type { Turn } from '../turn.ts';
import { volunteeringDialogId } from '../volunteering/door.ts';
import { inAList } from '../volunteering/inWords.ts';
import { type Called, isAnotherWord, type Said, saidOf } from './names.ts';
import { type Sought, saysMoreThan, soughtIn } from './seek.ts';

export interface ListedServices {
  readonly directory: Directory;
  readonly events: Events;
  readonly places: Places;
  readonly volunteering: Volunteering;
}

/** Services, events and opportunities that somebody may mean by a name, as lines to choose from. A line's key names what it opens. */
export interface Listed {
  readonly lines: readonly AskedOption[];
  /** Whether there are others. */
  readonly others: boolean;
}

/** Looks up what was said among the names of what is listed. `heard` is what else it may mean. Nothing where it is no good match. */
export type LookUp = (turn: Turn, heard?: Opening) => Promise<Listed | undefined>;

/** More at once is a list to study, not an answer. */
const shownAtOnce = 3;
/** So many of a kind are looked at. */
const mostFound = 9;
/** How far ahead an event is looked for. */
const farDays = 90;
const dayMs = 86_400_000;
/** With more words that nothing is called by, a message is about something else; a place may have three of them. */
const mostUnknown = 4;

interface Line extends Called {
  readonly line: AskedOption;
}

export function createLookUp(services: ListedServices): LookUp {
  return async (turn, heard) => {
    if (heard && heard.dialog !== servicesDialogId) return undefined;
    const understood = heard && needIn(turn, services.directory, heard);
    if (understood !== undefined && !saysMoreThan(turn, understood)) return undefined;
    const words = (heard?.options as ServicesOptions | undefined)?.words ?? turn.said;
    const sought = soughtIn(turn, words);
    if (!sought) return undefined;
    const meant = await services.directory.search.listed(sought.telling);
    const unknown = meant.filter((word) => word === undefined).length;
    if (unknown === meant.length || unknown > (understood === undefined ? mostUnknown : 0)) return undefined;
    const { place, rest } = await services.places.mentioned(words, turn.language);
    const said = saidApart(sought, meant, new Set(plain(rest).split(' ')));
    if (!said || (place.found === 'none' && said.telling.length === 1 && (await isPlace(turn, services.places, words)))) return undefined;
    const near = place.found === 'one' ? place.place : place.found === 'notSure' ? place.near : undefined;
    return chosenFrom(await linesFor(turn, services, { sought, said, near }), said, understood);
  };
}

/** What was said of a name, with `meant` for its telling words, and without those of a place. Nothing where no word is left that could be one of a name. */
function saidApart({ said, telling }: Sought, meant: readonly (string | undefined)[], left: ReadonlySet<string>): Said | undefined {
  const apart = telling.map((word, at) => ({ word, meant: meant[at] })).filter(({ word }) => left.has(word));
  const told = apart.flatMap(({ word, meant }) => (meant === undefined ? [] : [{ word, meant }]));
  const [only, ...others] = told;
  if (!only || (others.length === 0 && isAnotherWord(only.word, only.meant))) return undefined;
  return {
    all: said.map((word) => meant[telling.indexOf(word)] ?? word),
    telling: told.map(({ meant }) => meant),
    over: apart.length - told.length,
  };
}

/** Whether it is the name of a place and no more: whoever says only where they are names nothing that is there. */
async function isPlace(turn: Turn, places: Places, words: string): Promise<boolean> {
  const { found } = await places.find(words, turn.language);
  return found === 'one' || found === 'several';
}

/** The words of a need that was heard. Nothing where what was heard is no need: words of their own, that a service is looked for by. */
function needIn(turn: Turn, directory: Directory, { options }: Opening): string | undefined {
  const isNeed = (options as ServicesOptions).words === undefined;
  return isNeed ? directory.hearNeed(turn.said, turn.language)?.words : undefined;
}

interface Looking {
  readonly sought: Sought;
  readonly said: Said;
  readonly near: FoundPlace | undefined;
}

async function linesFor(turn: Turn, services: ListedServices, { sought, said, near }: Looking): Promise<readonly Line[]> {
  const { directory, events, volunteering } = services;
  // Short words are looked for only where there is nothing else: whether they are in a name is seen when it is found.
  const long = said.telling.filter((word) => word.length >= shortestPutRight);
  const telling = long.length > 0 ? long : said.telling;
  const point = near?.point;
  const asked = sought.days && rangeOf(sought.days, undefined, turn.now);
  const from = asked?.from ?? turn.now;
  const to = new Date(from.getTime() + farDays * dayMs);
  const isNear = (miles = 0) => !point || miles <= nearMiles;
  const [helps, sessions, opportunities] = await Promise.all([
    directory.search.called(telling, point, point && nearMiles),
    events.find({ from, to, near: point, words: telling.map(rootOf) }, mostFound),
    volunteering.called(telling, point),
  ]);
  const nearby = sessions.found.filter(({ metres }) => isNear(metres && metres / metresInAMile));
  const onThatDay = nearby.filter(({ session }) => asked && session.startsAt < asked.to);
  return [
    ...(onThatDay.length > 0 ? onThatDay : nearby).map((found) => eventLine(turn, found)),
    ...helps.map((found) => serviceLine(turn, found)),
    ...opportunities.filter(({ miles }) => isNear(miles)).map((found) => opportunityLine(turn, found)),
  ];
}

/** Those that were said wholly before others. Where something else was understood, none but these. */
function chosenFrom(lines: readonly Line[], said: Said, understood: string | undefined): Listed | undefined {
  const judged = lines.map((line) => ({ line, how: saidOf(line, said) }));
  const wholly = judged.filter(({ how }) => how === 'wholly');
  const partly = understood === undefined ? judged.filter(({ how }) => how === 'partly') : [];
  const found = [...wholly, ...partly].map(({ line }) => line.line);
  if (found.length === 0) return undefined;
  return { lines: found.slice(0, shownAtOnce), others: found.length > shownAtOnce };
}

function eventLine(turn: Turn, found: Found): Line {
  const { id, title, venue, address, organiser } = found.session;
  const line = { key: `${eventsDialogId}:${id}`, label: foundInWords(turn, found), say: title };
  return { line, names: [title], where: [venue, address, organiser].filter((text) => text !== undefined) };
}

function serviceLine(turn: Turn, found: FoundService): Line {
  const { id, record, miles } = found;
  const terms = (record.attributes ?? []).flatMap(({ taxonomy_term: term }) => (term ? [term.name] : []));
  const spots = (record.service_at_locations ?? []).flatMap(({ location }) => (location ? [location] : []));
  const where = spots.flatMap(({ name, addresses = [] }) => [name, ...addresses.flatMap(({ address_1, city }) => [address_1, city])]);
  const line = { key: `${servicesDialogId}:${id}`, label: lineOf(turn, { name: record.name, miles }, found), say: record.name };
  return { line, names: [record.name, ...terms], where: [...where, record.organization?.name].filter((text) => text !== undefined) };
}

function opportunityLine(turn: Turn, found: Opportunity): Line {
  const { id, title, organisation, placeName } = found;
  const label = turn.words('listed.helping', { what: inAList(turn, found) });
  return {
    line: { key: `${volunteeringDialogId}:${id}`, label, say: title },
    names: [title],
    where: [organisation, placeName].filter((text) => text !== null),
  };
}
