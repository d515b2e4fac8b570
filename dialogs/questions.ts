import { plain } from '#language/hearing/clean.ts';
import { longestSpan } from '#language/hearing/spans.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import type { Turn } from './turn.ts';

/** What people ask of what they are shown, and a listing may answer. */
export const facets = ['cost', 'when', 'where', 'access'] as const;
export type Facet = (typeof facets)[number];

/** What is known of the thing that is shown, a sentence for each; whom to ask for the rest, and what they themselves say of it. */
export interface Known extends Readonly<Record<Facet, string | undefined>> {
  readonly askWhom: string | undefined;
  readonly description: string | undefined;
}

/** As much of a description as is read out. Characters. */
const longestDescription = 200;

/** What is asked, and the words that are left when what asks it is taken out. */
export function facetsIn(turn: Turn, spoken: readonly string[]): { readonly asked: readonly Facet[]; readonly rest: readonly string[] } {
  let rest = spoken;
  const asked = facets.filter((facet) => {
    const known = phrases(turn.words(`questionWords.${facet}`));
    const found = longestSpan(rest, (span) => (known.has(span) ? facet : undefined));
    if (found) rest = found.rest;
    return found;
  });
  return { asked, rest };
}

/**
 * What is asked of the thing that is shown: of it in general where no facet is named. Nothing where they ask nothing, or speak of something
 * else.
 */
export function askedOfThis(turn: Turn): readonly Facet[] | undefined {
  const spoken = plain(turn.said).split(' ');
  const without = (list: 'questionWords.others' | 'eventWords.free' | 'eventWords.stepFree', words: readonly string[]) => {
    const known = phrases(turn.words(list));
    return longestSpan(words, (span) => known.has(span) || undefined)?.rest;
  };
  if (without('questionWords.others', spoken)) return undefined;
  // "Step free" costs nothing less.
  const { asked: named, rest } = facetsIn(turn, spoken);
  const withoutAccess = without('eventWords.stepFree', rest);
  const isFree = without('eventWords.free', withoutAccess ?? rest) !== undefined;
  const asked = facets.filter(
    (facet) => named.includes(facet) || (facet === 'access' && withoutAccess !== undefined) || (facet === 'cost' && isFree),
  );
  return asked.length > 0 || asksSomething(turn, spoken) ? asked : undefined;
}

function asksSomething(turn: Turn, spoken: readonly string[]): boolean {
  const begins = phrases(turn.words('questionWords.begins'));
  return turn.said.trimEnd().endsWith('?') || spoken.some((_, at) => begins.has(spoken.slice(0, at + 1).join(' ')));
}

/** Answers what was asked of the thing that is shown; of what is not known it says whom to ask. */
export function answerOf(turn: Turn, asked: readonly Facet[], known: Known): string {
  const { askWhom, description = '' } = known;
  const answers = asked.flatMap((facet) => known[facet] ?? []);
  if (asked.length > 0 && answers.length === asked.length) return answers.join('\n');
  const theySay =
    asked.length === 0 && description !== '' && description.length <= longestDescription
      ? [turn.words('questions.theySay', { words: description })]
      : [];
  const told = [...answers, ...theySay];
  if (!askWhom) return [...told, turn.words('questions.notKnown')].join('\n');
  return [...told, turn.words(told.length > 0 ? 'questions.askMore' : 'questions.ask', { whom: askWhom })].join('\n');
}
