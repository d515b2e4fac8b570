import type { Turn } from './turn.ts';

/** Where something leads: a dialog, and what it begins with. */
export interface Opening {
  readonly dialog: string;
  readonly options: object;
}

/** One line of the menu. Its key names what it opens: `consultation:parks-2027` is a dialog and the key that it begins with. */
export interface Entry {
  readonly key: string;
  readonly label: string;
}

/** What somebody's words open. `sure` is false for a typo; `asTaught` is true where they are written as we teach them. */
export interface Named extends Opening {
  readonly sure: boolean;
  readonly asTaught: boolean;
}

/** How people come into a dialog: from the menu, and by words that they may say anywhere. */
export interface Door {
  /** What the menu shows for it at this moment; nothing where there is nothing behind it. */
  entries(turn: Turn): readonly Entry[] | Promise<readonly Entry[]>;
  /** What the words open, if they are for this dialog. */
  hear(turn: Turn): Named | undefined;
}

/** A dialog that another one leads to. */
export const noDoor: Door = { entries: () => [], hear: () => undefined };

/** What the words open, whichever dialog they are for. */
export type HearDoors = (turn: Turn) => Named | undefined;

/** The first door that is sure, else the first that hears anything. Doors after a sure one are not asked. */
export function heardBy(doors: readonly Door[], turn: Turn): Named | undefined {
  let perhaps: Named | undefined;
  for (const door of doors) {
    const heard = door.hear(turn);
    if (heard?.sure) return heard;
    perhaps ??= heard;
  }
  return perhaps;
}

/** Whether something may be as we teach it: in capitals, with at least one letter. Doors are slow to ask where people write in their own words. */
export function mayBeTaught(said: string): boolean {
  return said === said.toUpperCase() && said !== said.toLowerCase();
}

export function openingOf(key: string): Opening {
  const [dialog = '', what] = key.split(/:(.*)/s);
  return { dialog, options: what === undefined ? {} : { key: what } };
}
