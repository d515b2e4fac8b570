import type { Reply } from '../channel.ts';
import { fitsTwoParts } from './room.ts';
import { written } from './written.ts';

/** Twilio refuses a longer text whole. UTF-16 units. https://www.twilio.com/docs/api/errors/21617 */
export const longestText = 1600;

/** What XML 1.0 cannot hold, however it is escaped. A person's own words may bring it, where a question quotes them. */
const neverInXml = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** What we say as TwiML. Two elements written by hand: the library's builder of documents takes a fifteenth of the whole turn for them. */
export function twiml(replies: readonly Reply[]): string {
  const messages = asTexts(replies).map((text) => `<Message>${inXml(text)}</Message>`);
  const response = messages.length === 0 ? '<Response/>' : `<Response>${messages.join('')}</Response>`;
  return `<?xml version="1.0" encoding="UTF-8"?>${response}`;
}

/** A carriage return is named, as XML would make a line break of it. */
function inXml(text: string): string {
  const safe = text.replace(neverInXml, '');
  return safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}

/**
 * What we say as texts. All that is said in a turn goes as one text where it fits into two parts, as texts sent at the same moment
 * may arrive in any order; otherwise as few texts as possible.
 */
export function asTexts(replies: readonly Reply[]): readonly string[] {
  const texts: string[] = [];
  for (const { text } of replies) {
    if (!text) continue;
    const last = texts.at(-1);
    const joined = last === undefined ? text : `${last}\n${text}`;
    if (last !== undefined && fitsTwoParts(joined)) texts[texts.length - 1] = joined;
    else texts.push(text);
  }
  return texts.map(written).flatMap(cut);
}

/** Cut where a line or a word ends, and never through a letter. */
function cut(text: string): readonly string[] {
  if (text.length <= longestText) return [text];
  const most = text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
  const at = Math.max(most.lastIndexOf('\n'), most.lastIndexOf(' '));
  const first = at > longestText / 2 ? most.slice(0, at) : most;
  return [first, ...cut(text.slice(first.length).trimStart())];
}
