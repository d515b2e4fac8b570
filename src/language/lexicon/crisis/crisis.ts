import { phrases } from '../phrases.ts';
import { english } from './en-GB.ts';
import { lithuanian } from './lt.ts';
import { polish } from './pl.ts';
import { romanian } from './ro.ts';

/** What somebody may need help with at once: they want to harm themselves, somebody hurts them, or they are in danger now. */
export const crisisKinds = ['harm', 'abuse', 'danger'] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/** The words of one language, parted by commas. */
export interface CrisisWords {
  /** Anywhere in a message. */
  readonly said: Readonly<Record<CrisisKind, string>>;
  /** Only where the whole message is that. */
  readonly alone: Readonly<Record<CrisisKind, string>>;
  /** What sounds like it and is not: taken out before anything is looked for. */
  readonly ordinary: string;
}

/** A phrase, word by word, and what it says. */
export interface CrisisPhrase {
  readonly words: readonly string[];
  readonly kind: CrisisKind;
}

/** In every language, whichever is set: nobody in need thinks of settings. */
const everyLanguage: readonly CrisisWords[] = [english, polish, romanian, lithuanian];

const saidAnywhere = crisisKinds.flatMap((kind) =>
  everyLanguage.flatMap(({ said }) => [...phrases(said[kind])].map((phrase): CrisisPhrase => ({ words: phrase.split(' '), kind }))),
);

/** What is heard anywhere in a message, by its first letter, so that few of the phrases are looked at. */
export const crisisPhrases: ReadonlyMap<string, readonly CrisisPhrase[]> = Map.groupBy(saidAnywhere, ({ words }) => words[0]?.[0] ?? '');

/** What is heard only where it is the whole message. */
export const crisisAlone: ReadonlyMap<string, CrisisKind> = new Map(
  crisisKinds.flatMap((kind) => everyLanguage.flatMap(({ alone }) => [...phrases(alone[kind])].map((phrase) => [phrase, kind] as const))),
);

export const ordinaryPhrases = [...phrases(everyLanguage.map(({ ordinary }) => ordinary).join(','))];
