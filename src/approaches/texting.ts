// Who may be texted what was read on another device. Numbers are typed by whoever they please, so that each limit is one of the worst that
// somebody can do to a stranger, or to the council's bill.

/** One for tonight, one for a friend, and one that was mistyped. */
const mostToANumberADay = 3;
/** Whoever needs more than this in four weeks is better served by texting us themselves. */
const mostToANumber = 8;
/** One conversation is one person. */
const mostByAskerADay = 5;
/** Conversations cost nothing to begin, so that this bounds what a program could make us send: about ten pounds a day. */
const mostInAllADay = 250;

/** How long it is counted what was asked for. Days. */
export const countedDays = 28;

/** How many texts were asked for: to one number, by one contact point, by everybody. */
export interface AskedBefore {
  readonly toNumber: number;
  readonly byAsker: number;
  readonly inAll: number;
}

export function tooManyTexts(day: AskedBefore, fourWeeks: Pick<AskedBefore, 'toNumber'>): boolean {
  return (
    day.toNumber >= mostToANumberADay || fourWeeks.toNumber >= mostToANumber || day.byAsker >= mostByAskerADay || day.inAll >= mostInAllADay
  );
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
