import { type Lexicon, lexicons } from '#language/lexicon/lexicon.ts';
import { plain } from './clean.ts';
import { distance } from './distance.ts';

/** A request to stop is short: a sentence of more words has something else to say. Words. */
const mostWords = 14;

const everyLexicon: readonly Lexicon[] = Object.values(lexicons);

/**
 * Whether the whole message asks us to stop writing, or to start again. Twilio catches its eight words only when they stand alone, so the
 * polite and the longer ways are caught here, in every language whichever is set: a wish to be left alone is no matter of settings. A stop
 * word inside a sentence about something else is not one: every other word must be of those that go with the request.
 * Starting again is START or UNSTOP alone. https://help.twilio.com/articles/223134027
 */
export function hearOptOut(said: string): 'stop' | 'start' | undefined {
  const heard = plain(said)
    .replace(/[\p{Extended_Pictographic}\p{RI}\u200D]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (heard === 'start' || heard === 'unstop') return 'start';
  if (heard === '' || heard.split(' ', mostWords + 1).length > mostWords) return undefined;
  return everyLexicon.some((lexicon) => asksToStop(heard, lexicon)) || isSlip(heard) ? 'stop' : undefined;
}

/** YES, and nothing else: over SMS Twilio also takes it as a wish to opt in again. */
export function isTwilioYes(said: string): boolean {
  return plain(said) === 'yes';
}

function asksToStop(heard: string, { optOut: { asks, before, after } }: Lexicon): boolean {
  if (asks.has(heard)) return true;
  const words = heard.split(' ');
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--)
      if (asks.has(words.slice(from, to).join(' ')) && words.slice(to).every((word) => after.has(word))) return true;
    if (!before.has(words[from] ?? '')) return false;
  }
  return false;
}

/** STOP with neighbours swapped or a letter doubled (but "stoop" is a word), UNSUBSCRIBE with up to 2 slips. */
function isSlip(heard: string): boolean {
  return (
    ['sotp', 'stpo', 'tsop', 'sttop', 'stopp', 'sstop', 'stoppp'].includes(heard) ||
    (heard.startsWith('u') && distance(heard.replace(/ /g, ''), 'unsubscribe', 2) <= 2)
  );
}
