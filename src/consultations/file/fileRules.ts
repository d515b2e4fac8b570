import { londonDay } from '#calendar/londonDay.ts';
import { at, type Found } from '#files/found.ts';
import { wordsKeptByTwilio } from '../limits.ts';

/** The parts of a file that could be read, whatever became of the others. */
export interface FileParts {
  readonly keyword?: string | undefined;
  /** ISO 8601, UTC */
  readonly opens?: string | undefined;
  readonly closes?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly decisionOn?: string | undefined;
}

/** What has to hold between the dates, and for the keyword. `reserved` are words that the bot itself hears. */
export function fileRules({ keyword, opens, closes, decisionOn }: FileParts, reserved: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  if (keyword !== undefined && wordsKeptByTwilio.includes(keyword)) {
    found.push(at(['keyword'], 'the text message service keeps this word for itself; choose another'));
  } else if (keyword !== undefined && reserved.some((word) => word.toUpperCase() === keyword)) {
    found.push(at(['keyword'], 'the bot understands this word as something else; choose another'));
  }
  if (opens !== undefined && closes !== undefined && closes <= opens) {
    found.push(at(['closes'], 'not after "opens"; there would be no time to answer'));
  }
  // Gunning's fourth principle: responses are considered before it is decided.
  if (closes !== undefined && decisionOn !== undefined && decisionOn < lastDay(closes)) {
    found.push(at(['decisionOn'], 'before the consultation closes; nobody could consider the responses'));
  }
  return found;
}

/** The last day in London on which responses are taken; a closing time is no longer open itself. */
function lastDay(closes: string): string {
  return londonDay(new Date(new Date(closes).getTime() - 1));
}
