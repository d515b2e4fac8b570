import {
  type CrisisKind,
  type CrisisPhrase,
  crisisAlone,
  crisisKinds,
  crisisPhrases,
  ordinaryPhrases,
} from '#language/lexicon/crisis/crisis.ts';
import { plain } from './clean.ts';
import { distance } from './distance.ts';

/** What the first sentences do not say is seldom said at all, and every message is looked at. Words. */
const mostWords = 120;
/** The shortest thing that we listen for: "kms". Characters. */
const shortest = 3;

/**
 * Whether somebody says that they want to harm themselves, that somebody hurts them, or that they are in danger: in any of the languages, a slip
 * or two in the longer words forgiven. Ordinary sayings ("killing time") are taken out first. It is a net with holes: it never says that
 * somebody is well.
 */
export function hearCrisis(said: string): CrisisKind | undefined {
  const folded = plain(said);
  if (folded.length < shortest) return undefined;
  const heard = inOneSpelling(folded);
  const alone = crisisAlone.get(heard);
  if (alone) return alone;
  const words = withoutOrdinary(heard).split(' ', mostWords);
  const kinds = new Set<CrisisKind>();
  for (const [from, word] of words.entries())
    for (const phrase of crisisPhrases.get(word[0] ?? '') ?? []) if (says(words, from, phrase)) kinds.add(phrase.kind);
  return crisisKinds.find((kind) => kinds.has(kind));
}

/** "I do not want to live any more" is "i dont want to live anymore". */
function inOneSpelling(words: string): string {
  return words
    .replaceAll(/\b(do|does|did|is|was|would|could) not\b/g, '$1nt')
    .replaceAll(/\b(?:can not|cannot)\b/g, 'cant')
    .replaceAll(/\bwill not\b/g, 'wont')
    .replaceAll(/\bany more\b/g, 'anymore');
}

function withoutOrdinary(heard: string): string {
  const ordinary = ordinaryPhrases.filter((phrase) => heard.includes(phrase));
  return ordinary.reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' . '), ` ${heard} `).trim();
}

function says(words: readonly string[], from: number, phrase: CrisisPhrase): boolean {
  if (from + phrase.words.length > words.length) return false;
  for (let at = 0; at < phrase.words.length; at++) if (!isWord(words[from + at] ?? '', phrase.words[at] ?? '')) return false;
  return true;
}

/** Short words are other words with one letter changed: a slip is forgiven from 6 letters on, two from 9, never in the first. */
function isWord(heard: string, word: string): boolean {
  if (heard === word) return true;
  const slips = word.length >= 9 ? 2 : word.length >= 6 ? 1 : 0;
  return slips > 0 && heard[0] === word[0] && distance(heard, word, slips) <= slips;
}
