import type { Room } from './room.ts';

/** A question as it is put: its words, the options to choose from, and how to answer. */
export interface Asking {
  readonly text: string;
  readonly options: readonly AskedOption[];
  readonly hint?: string;
}

export interface AskedOption {
  readonly key: string;
  readonly label: string;
}

export interface Page {
  readonly text: string;
  /** The options as buttons; empty where they are in the text. */
  readonly buttons: readonly AskedOption[];
}

/**
 * A question fitted to the room: options as buttons, or numbered in the text from 1, as many as fit, the rest on later pages
 * that `more` leads to. Numbers go on from page to page and pages go round, so that MORE always shows something.
 */
export function fitPage(asking: Asking, page: number, room: Room, more: string): Page {
  if (room.buttons) return { text: lines([asking.text, asking.hint]), buttons: asking.options };
  const pages = pagesOf(asking, room, more);
  return { text: pages[page % pages.length] ?? '', buttons: [] };
}

function pagesOf({ text, options, hint }: Asking, room: Room, more: string): readonly string[] {
  const numbered = options.map(({ label }, place) => `${place + 1} ${label}`);
  const whole = lines([text, ...numbered, hint]);
  if (options.length === 0 || room.fits(whole)) return [whole];

  const pages: string[] = [];
  for (let from = 0; from < numbered.length; ) {
    const head = from === 0 ? text : undefined;
    const count = howManyFit(numbered.slice(from), (shown) => room.fits(lines([head, ...shown, hint, more])));
    pages.push(lines([head, ...numbered.slice(from, from + count), hint, more]));
    from += count;
  }
  return pages;
}

/** At least one, so that a page always moves on. */
function howManyFit(left: readonly string[], fits: (shown: readonly string[]) => boolean): number {
  let count = 1;
  while (count < left.length && fits(left.slice(0, count + 1))) count++;
  return count;
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
