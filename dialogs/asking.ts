import type { Room } from './room.ts';

/** How a question is answered: one of the options, several of them, some in order, a few words of a kind (a number, a date), or own words. */
export const answerForms = ['one', 'several', 'ranked', 'line', 'words'] as const;
export type AnswerForm = (typeof answerForms)[number];

/** What is written in a line, so that a form can help with it: whole numbers from 0, numbers from 0, a date, a postcode, anything else. */
export const lineKinds = ['digits', 'decimal', 'date', 'postcode', 'other'] as const;
export type LineKind = (typeof lineKinds)[number];

/** A question as it is put: its words, the options to choose from, and how to answer. */
export interface Asking {
  /** Names what is asked, so that an answer to something else, on a card that was shown before, is not taken for an answer to this. */
  readonly about: string;
  readonly text: string;
  readonly options: readonly AskedOption[];
  readonly answer: AnswerForm;
  /** How many options may be put in order. */
  readonly atMost?: number;
  readonly hint?: string;
  /** More words on what is asked, for a room that can always show them. */
  readonly help?: string;
  /** What the line holds, where it is answered in a line. */
  readonly line?: LineKind;
  /** How to leave it out, where that may be done. */
  readonly skip?: AskedOption;
}

export interface AskedOption {
  readonly key: string;
  readonly label: string;
  /** What choosing it says; unset, its label. */
  readonly say?: string;
}

/**
 * A question's text for the room: without the options where they are buttons, else with them, numbered from 1, as many as fit, the rest on
 * later pages that `more` leads to. Numbers go on from page to page and pages go round, so that MORE always shows something.
 */
export function fitPage(asking: Asking, page: number, room: Room, more: string): string {
  if (room.buttons) return lines([asking.text, asking.hint]);
  const pages = pagesOf(asking, room, more);
  return pages[page % pages.length] ?? '';
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
