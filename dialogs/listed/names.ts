import { plain } from '#language/hearing/clean.ts';
import { rootOf } from '#language/hearing/roots.ts';

/** Something listed, as far as it is known by its name. */
export interface Called {
  /** Its name, and what else it is called by. */
  readonly names: readonly string[];
  /** Where it is and who runs it: said beside a name, and telling nothing by itself. */
  readonly where: readonly string[];
}

/** What was said of a name, slips put right. */
export interface Said {
  /** All of it. */
  readonly all: readonly string[];
  /** What the name is told from others by. */
  readonly telling: readonly string[];
  /** How many words there were beside them that nothing is called by. */
  readonly over: number;
}

/** Words that only join those of a name. Listings are in English. */
const small = new Set('a an and at by for from in of on the to with'.split(' '));
/** What many names have: these tell nobody which is meant. */
const kinds = new Set(
  'activities activity class classes club clubs community council course courses day days drop event events evening free friends fun group groups lesson lessons meeting morning new night open project scheme service services session sessions support time training weekly'.split(
    ' ',
  ),
);
/** One word by itself is a name only where it is no small one. Letters. */
export const shortestAlone = 4;
/** "My mum wants to go to Lego Club": with so many words beside it, a name is still what the message is about. */
const mostOver = 2;

/** Whether a word by itself that is put right is as likely another word: "choir", with one letter for another, is no "chair". */
export function isAnotherWord(word: string, meant: string): boolean {
  const letters = (text: string) => [...text].sort().join('');
  return word.length === meant.length && letters(word) !== letters(meant);
}

export const isKind = (word: string) => kinds.has(word) || /^\d+$/.test(word);

/**
 * How well a name was said: `wholly`, two of its words at least and all that tell it from others, with little else; or `partly`, every telling word
 * that was said being in it (or, fewer of them, where it is). One such word by itself is at least half of what tells the name from others. What is
 * said less well is not meant.
 */
export function saidOf({ names, where }: Called, said: Said): 'wholly' | 'partly' | undefined {
  const all = rootsOf(said.all);
  const named = rootsOf(names.flatMap(wordsOf));
  const around = rootsOf(where.flatMap(wordsOf));
  const held = said.telling.filter((word) => named.has(rootOf(word)));
  const over = said.over + said.telling.filter((word) => !named.has(rootOf(word)) && !around.has(rootOf(word))).length;
  if (over <= mostOver && names.some((name) => isSaidWholly(name, all))) return 'wholly';
  if (over > 0 || held.length * 2 < said.telling.length) return undefined;
  if (held.length > 1) return 'partly';
  const [only] = held;
  return only !== undefined && only.length >= shortestAlone && isToldBy(only, names, { all, around }) ? 'partly' : undefined;
}

function isSaidWholly(name: string, all: ReadonlySet<string>): boolean {
  const words = wordsOf(name).filter((word) => !small.has(word));
  const isSaid = (word: string) => all.has(rootOf(word));
  return words.filter(isSaid).length > 1 && words.every((word) => isKind(word) || isSaid(word));
}

interface Beside {
  readonly all: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** Whether a word, with what else was said, is half of a name, but for where it is, or the whole of what else it is called by. */
function isToldBy(word: string, [name = '', ...others]: readonly string[], { all, around }: Beside): boolean {
  const shareOf = (text: string) => {
    const roots = [...rootsOf(wordsOf(text).filter((each) => !small.has(each) && !isKind(each)))].filter(
      (root) => !around.has(root) || all.has(root),
    );
    return roots.includes(rootOf(word)) ? roots.filter((root) => all.has(root)).length / roots.length : 0;
  };
  return shareOf(name) >= half || others.some((other) => shareOf(other) === 1);
}

const half = 0.5;
const wordsOf = (text: string): readonly string[] => plain(text).split(' ').filter(Boolean);
const rootsOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(rootOf));
