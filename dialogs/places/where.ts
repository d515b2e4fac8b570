import { plain } from '#language/hearing/clean.ts';
import { hearOption } from '#language/hearing/options.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { FoundPlace, PlaceFound, Places } from '#places';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** What a dialog keeps while it asks where: the places of one name that were asked back, if any. Nothing of what was said. */
export interface WhereState {
  readonly choices: readonly { readonly key: string; readonly name: string }[];
}

/**
 * What came of asking where. `near` is not there where it does not matter to them. A place that is not `sure` is read back by what
 * follows. `again` puts the question again, with what there is to choose from.
 */
export type WhereHeard =
  | { readonly near: FoundPlace | undefined; readonly sure: boolean }
  | { readonly again: WhereState }
  | { readonly unclear: SentenceKey; readonly args?: SentenceArguments };

export const anywhere = 'anywhere';

/** The options under the question where: the places of one name, and that it does not matter. */
export function whereOptions(turn: Turn, { choices }: WhereState): readonly AskedOption[] {
  return [...choices.map(({ key, name }) => ({ key, label: name })), { key: anywhere, label: turn.words('places.anywhere') }];
}

/** The words of the question where, for `turn.ask`. */
export function whereText(turn: Turn, { choices }: WhereState): string {
  return turn.words(choices.length > 0 ? 'places.which' : 'places.where');
}

/** Hears a postcode, a town, a village, a ward, "near the library", or one of the options. */
export async function hearWhere(turn: Turn, places: Places, state: WhereState): Promise<WhereHeard> {
  const options = whereOptions(turn, state).map(({ key, label }) => ({ key, labels: [label] }));
  const chosen = hearOption(turn.said, options, turn.language);
  if (chosen.ok && chosen.value === anywhere && (chosen.sure || state.choices.length === 0)) return { near: undefined, sure: true };
  if (doesNotMatter(turn)) return { near: undefined, sure: true };
  if (chosen.ok && chosen.value !== anywhere) return { near: await places.at(chosen.value), sure: chosen.sure };

  const found = await places.find(turn.said, turn.language);
  if (found.found === 'one') return { near: found.place, sure: found.sure };
  if (found.found === 'several') return { again: { choices: toldApart(turn, found.places) } };
  if (found.found === 'none') return { unclear: 'places.unclear' };
  if (!found.near) return { unclear: 'places.notSure' };
  sayNotSure(turn, found);
  return { near: found.near, sure: true };
}

/** "Anywhere", "I do not mind", "dunno". */
export function doesNotMatter({ said, words }: Turn): boolean {
  return phrases(words('places.anywhereWords')).has(plain(said));
}

/** A postcode that we do not know may be new: we say so, and never that it is outside. */
export function sayNotSure(turn: Turn, { near, outcode }: Extract<PlaceFound, { found: 'notSure' }>): void {
  if (near) turn.say('places.notSureNear', { outcode });
  else turn.say('places.notSure');
}

/** Places of one name are told apart by what they are and the nearest town. */
export function toldApart(turn: Turn, places: readonly FoundPlace[]): WhereState['choices'] {
  return places.map((place) => {
    const { key, kind, near } = place;
    const alike = places.filter(({ name }) => name === place.name).length > 1;
    if (!alike || kind === 'outcode') return { key, name: place.name };
    const what = turn.words(`placeKinds.${kind}`);
    return { key, name: near ? `${place.name} (${what}, ${near})` : `${place.name} (${what})` };
  });
}
