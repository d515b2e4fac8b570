import { randomUUID } from 'node:crypto';
import type { FoundService, Wanted } from '#directory';
import type { FoundPlace } from '#places';
import { sayNotSure, toldApart } from '../places/where.ts';
import type { StageName, Step } from './step.ts';

/** More is a sentence, in which a word may look like a place. */
const mostWordsOfAPlace = 3;

/** Further is a bus ride and a change: it is offered, not shown at once. Miles. */
export const nearMiles = 10;

/** What somebody said at the door, taken apart: what they need, and where. `words` are looked for where they name no need that we know. Says which stage comes next. */
export async function takeApart(step: Step, said: string, words?: string): Promise<StageName> {
  const { here, rest } = await hereIn(step, words ?? said);
  const wanted = wantedIn(step, rest) ?? wantedIn(step, said);
  if (wanted) step.state.wanted = wanted;
  else if (words !== undefined && rest !== '') step.state.wanted = { words: rest };
  return here ? stayNear(step, here) : next(step);
}

/** The service that they asked for by its name, by which it is listed from here on. */
export async function showOne({ state, directory }: Step, id: string): Promise<StageName> {
  const [service] = await directory.search.again([id]);
  if (service) {
    const { name } = service.record;
    state.wanted = { words: name };
    state.found = [{ id, name, reason: '' }];
  }
  state.showing = id;
  return 'one';
}

/** Where a sentence says that they are; of several places of one name it is asked which, where it comes to that. */
export async function hereIn({ turn, state, places }: Step, said: string): Promise<{ here: FoundPlace | undefined; rest: string }> {
  const { place, rest } = await places.mentioned(said, turn.language);
  state.where = { choices: place.found === 'several' ? toldApart(turn, place.places) : [] };
  if (place.found === 'notSure') sayNotSure(turn, place);
  return { here: place.found === 'one' ? place.place : place.found === 'notSure' ? place.near : undefined, rest };
}

/** A place and nothing else, with a slip or two in it. */
export async function hereAlone({ turn, places }: Step): Promise<FoundPlace | undefined> {
  if (turn.said.split(' ').length > mostWordsOfAPlace) return undefined;
  const found = await places.find(turn.said, turn.language);
  return found.found === 'one' ? found.place : undefined;
}

/** A need that we know. */
export function wantedIn({ turn, directory }: Step, said: string): Wanted | undefined {
  const heard = directory.hearNeed(said, turn.language);
  return heard && { need: heard.need };
}

/** From here on they are near this place, which `undefined` says does not matter. */
export async function stayNear(step: Step, here: FoundPlace | undefined): Promise<StageName> {
  step.state.place = here ? { key: here.key, name: here.name } : null;
  return step.state.wanted ? look(step, here) : 'need';
}

/** What is not known yet is asked: the need, and the place where it makes a difference. */
export async function next(step: Step): Promise<StageName> {
  const { state, directory, places } = step;
  if (!state.wanted) return 'need';
  if (state.where.choices.length > 0) return 'where';
  if (state.place === null) return look(step, undefined);
  if (state.place) return look(step, await places.at(state.place.key));
  const anywhere = await directory.search.find({ wanted: state.wanted });
  return anywhere.some(({ locationId }) => locationId !== null) ? 'where' : show(step, anywhere);
}

/** Looks as far as it takes: what is near was not there. */
export async function lookFurther(step: Step): Promise<StageName> {
  const { state, directory, places } = step;
  const point = state.place ? (await places.at(state.place.key))?.point : undefined;
  if (!state.wanted) return 'need';
  return show(step, await directory.search.find({ wanted: state.wanted, ...(point && { near: point }) }));
}

async function look(step: Step, here: FoundPlace | undefined): Promise<StageName> {
  const { state, directory } = step;
  if (!state.wanted) return 'need';
  const { wanted } = state;
  const near = here?.point;
  return show(step, await directory.search.find(near ? { wanted, near, withinMiles: nearMiles } : { wanted }));
}

/** What was found is listed. That nothing was found, nor anything that is called as they said, is remembered without saying whose need it was. */
async function show(step: Step, found: readonly FoundService[]): Promise<StageName> {
  const { turn, state } = step;
  state.from = 0;
  state.found = found.map(({ id, record, miles, stepFree, reason }) => ({
    id,
    name: record.name,
    ...(miles !== undefined && { miles }),
    ...(stepFree !== null && { stepFree }),
    reason: reason.words,
  }));
  if (found.length > 0) return 'list';
  step.instead = await step.lookUp?.(turn);
  if (step.instead) return 'nothing';
  const need = state.wanted && 'need' in state.wanted ? state.wanted.need : 'other';
  turn.record({ kind: 'needUnmet', id: randomUUID(), need, place: state.place?.key ?? null, language: turn.language });
  return 'nothing';
}
