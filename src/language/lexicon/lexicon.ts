import type { Command } from '#language/hearing/commands.ts';
import { defaultLanguage, type Language } from '#language/languages.ts';
import { enGB } from './en-GB.ts';
import { lt } from './lt.ts';
import { pl } from './pl.ts';
import { ro } from './ro.ts';

type Phrases = ReadonlySet<string>;

/** The words of one language that we listen for, in the form of `plain`. Written with accents in the files; heard with or without. */
export interface Lexicon {
  /** The word taught for each command, in upper case. Plain letters, so that a text stays in the cheap alphabet (GSM-7). */
  readonly taught: Readonly<Record<Command, string>>;
  readonly commands: Readonly<Record<Command, Phrases>>;
  /** Ways to ask us to stop writing, and the words that may stand before and after one without changing it. */
  readonly optOut: { readonly asks: Phrases; readonly before: Phrases; readonly after: Phrases };
  readonly yes: Phrases;
  readonly no: Phrases;
  /** Neither yes nor no, though a part of it may look so: "yes and no", "no problem". */
  readonly unsure: Phrases;
  /** Among `yes` and `no`, those to read back: "I think so". */
  readonly soft: Phrases;
  /** Words that turn a sentence round: "not", "never". */
  readonly negations: Phrases;
  /** Words that leave a sentence open: "but", "or", "if". */
  readonly doubts: Phrases;
  /** Words round an answer that say nothing: "please", "I'd say". */
  readonly small: Phrases;
  /** Words for an option: "option", "number", "one". */
  readonly optionNouns: Phrases;
  /** Words that join answers: "and". */
  readonly joins: Phrases;
  readonly all: Phrases;
  readonly preferNotToSay: Phrases;
  readonly ordinals: ReadonlyMap<string, number>;
  /** What is put after a figure to make it an ordinal: 2nd, 2-gi, 2-lea, 2-as. */
  readonly ordinalEndings: Phrases;
  readonly last: Phrases;
  readonly beforeLast: Phrases;
  readonly numbers: ReadonlyMap<string, number>;
  /** Number words that multiply what stands before them: hundred, thousand, dozen. */
  readonly multipliers: ReadonlyMap<string, number>;
  /** Inside a number: after hundreds only ("two hundred and five"), or after tens too ("treizeci și cinci"). */
  readonly numberJoins: ReadonlyMap<string, string>;
  readonly andAHalf: Phrases;
  /** Whole answers that mean none at all. */
  readonly nothing: Phrases;
  /** Articles that count one: "un copil". */
  readonly articles: Phrases;
  /** Not the number itself: "over", "less than". */
  readonly inexact: Phrases;
  /** Units written onto the figure: 35yrs. */
  readonly gluedUnits: Phrases;
  /** Kind and value by phrase; see `dateWords.ts` in hearing. */
  readonly dateWords: ReadonlyMap<string, string>;
}

export const lexicons: Readonly<Record<Language, Lexicon>> = { 'en-GB': enGB, pl, ro, lt };

const heardIn: Readonly<Record<Language, readonly Lexicon[]>> = { 'en-GB': [enGB], pl: [pl, enGB], ro: [ro, enGB], lt: [lt, enGB] };

/** The lexicons that a person's words are heard in: their language first, and English always. */
export function lexiconsOf(language: Language): readonly Lexicon[] {
  return heardIn[language] ?? heardIn[defaultLanguage];
}
