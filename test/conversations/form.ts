import type { Town } from './town.ts';

/** What each sign at the beginning of a script's line means, and the lines that come of it. */
export type Act = (words: string) => Promise<readonly string[]>;

/** How a conversation is held on one channel: `>` says something, `*` presses something, `@` is what happens otherwise. */
export interface Form {
  readonly say: Act;
  readonly press?: Act;
  /** Nothing where it does not know what is to happen. */
  happen(words: string): Promise<readonly string[]> | undefined;
}

export type CreateForm = (ground: Ground) => Form;

export interface Ground {
  readonly town: Town;
  /** The language that the channel knows the person to speak. */
  readonly language: string | undefined;
}

/** Texts as a script shows them: parted by `--`, line by line. */
export function shownTexts(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return ['< (nothing)'];
  return texts.flatMap((text, place) => [...(place > 0 ? ['< --'] : []), ...text.split('\n').map((line) => `< ${line}`.trimEnd())]);
}
