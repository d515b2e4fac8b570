import { hearMobile } from './phones.ts';
import { postcodeMadeOf } from './postcodes.ts';

/** Stands for what somebody said and nobody keeps. It is the same in every language. */
export const notKept = '•••';

/** A postcode is put together from at most so many words ("NN1 6 0AP"). */
const mostWords = 3;
const shortestPostcode = 5;
const longestPostcode = 7;

const email = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/g;
/**
 * Numbers to ring or text: with a country (+48 601 234 567), from 01 to 09 with nine or ten figures more, or a mobile without its 0. A date
 * before an hour (01.12.2026 10) is none, nor are figures inside a name or a reference.
 */
const number =
  /(?<![\w-]|\d[.,])(?!\d\d?[ .-]\d\d?[ .-]\d{4}\b)(?:(?:\+|00)\d(?:[\s().-]{0,2}\d){7,14}|0(?:[\s().-]{0,2}\d){9,10}|07\d{3}[\s().,/_–-]{1,3}\d{3}[\s().,/_–-]{0,3}\d{3}|7\d{3} ?\d{3} ?\d{3})(?!\w|-\w)/g;
/** What may be a mobile number in another spelling: 44 without its sign, O for 0. Whether it is one is heard. */
const spelledOtherwise = /(?<![\w-]|\d[.,])[+\do][\do\s().-]{8,}[\do](?!\w|-\w)/gi;

/**
 * What is kept of what somebody said: of a full postcode its first half, of telephone numbers and e-mail addresses nothing. Whoever must
 * know them (how far is it, whom to text) hears them in the turn itself. Said twice it changes nothing.
 */
export function keptWords(said: string): string {
  if (said.length < shortestPostcode) return said;
  const without = withoutContacts(said);
  return /\d/.test(without) ? withOutcodes(without) : without;
}

/** What is kept of an answer in own words: all but telephone numbers and e-mail addresses. A place that somebody speaks of is what they say. */
export function withoutContacts(said: string): string {
  const without = said.includes('@') ? said.replace(email, notKept) : said;
  if (!/\d/.test(without)) return without;
  return without.replace(number, notKept).replace(spelledOtherwise, (run) => (hearMobile(run).ok ? notKept : run));
}

/** Anew after each that was found, as what stood round it may make another: "NN16 0AP 1AA". */
function withOutcodes(said: string): string {
  const words = [...said.matchAll(/[a-z0-9]+/gi)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));
  const whole = words.map(({ text }) => text);
  const alone = whole.join('').length <= longestPostcode ? postcodeMadeOf([whole.join('')]) : undefined;
  if (alone) return alone.outcode;
  for (const [place, { from }] of words.entries()) {
    let letters = 0;
    for (let count = 1; count <= mostWords; count++) {
      const last = words[place + count - 1];
      letters += last?.text.length ?? 0;
      if (!last || letters > longestPostcode) break;
      const heard = letters < shortestPostcode ? undefined : postcodeMadeOf(whole.slice(place, place + count));
      if (heard) return withOutcodes(said.slice(0, from) + heard.outcode + said.slice(last.to));
    }
  }
  return said;
}
