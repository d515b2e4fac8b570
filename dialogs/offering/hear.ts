import { londonDay, londonDayStart } from '#calendar/londonDay.ts';
import { textOnly } from '#directory/record/text.ts';
import { dateInWords, dayInWords } from '#language/dates.ts';
import { plain } from '#language/hearing/clean.ts';
import { hearDate } from '#language/hearing/dates.ts';
import { hearMobile } from '#language/hearing/phones.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { hearTimes } from '#language/hearing/times.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import { hearConsent } from '../consultation/hearChoice.ts';
import type { Turn } from '../turn.ts';
import type { AnswerHeard, Step } from './step.ts';

/** Events are kept for half a year ahead (src/events/limits.ts). Days. */
const mostDaysAhead = 183;
const dayMs = 86_400_000;
/** Whoever gives the same place twice knows better than we do: an officer reads it. */
const triesForAPlace = 1;
/** A name, a street, a town and a postcode. Characters. */
const longestPlace = 100;

/** Own words, as text only. */
export const words =
  (most: number) =>
  ({ turn }: Step): AnswerHeard => {
    const said = textOnly(turn.said);
    if (said === '') return { unclear: 'prompts.emptyText' };
    return said.length > most ? { unclear: 'prompts.textTooLong', args: { length: said.length, limit: most } } : { value: said };
  };

/** A place with its postcode, or one that we know by its name. A postcode that we do not know is taken, and said to be so. */
export async function where(step: Step): Promise<AnswerHeard> {
  const { turn, services, tries } = step;
  const heard = words(longestPlace)(step);
  if ('unclear' in heard) return heard;
  const found = await services.places.find(heard.value, turn.language);
  const { place } = found.found === 'none' ? await services.places.mentioned(heard.value, turn.language) : { place: found };
  if (place.found === 'notSure') turn.say('offering.unknownPostcode');
  const postcode = hearPostcode(heard.value);
  const isFound =
    place.found === 'notSure' || (place.found === 'one' && (!postcode.ok || postcode.value.postcode !== postcode.value.outcode));
  return isFound || tries >= triesForAPlace ? heard : { unclear: 'offering.unclearWhere' };
}

/** A day from today on, as `YYYY-MM-DD`; read back where it was not said in full. */
export function day({ turn }: Step): AnswerHeard {
  const today = londonDay(turn.now);
  const example = today.split('-').reverse().join('/');
  const heard = hearDate(turn.said, turn.language, { today, lean: 'future' });
  if (!heard.ok) return { unclear: heard.reason === 'no-such-day' ? 'prompts.noSuchDay' : 'prompts.unclearDate', args: { example } };
  if (heard.value < today) return { unclear: 'offering.dayOver' };
  const start = londonDayStart(heard.value);
  if (start.getTime() - turn.now.getTime() > mostDaysAhead * dayMs)
    return { unclear: 'offering.dayFar', args: { date: dayInWords(start, turn.language) } };
  if (!heard.sure) turn.say('prompts.heard', { answer: dateInWords(start, turn.language) });
  return { value: heard.value };
}

/** `HH:MM` or `HH:MM-HH:MM`, not over already. */
export function times({ turn, answers }: Step): AnswerHeard {
  const heard = hearTimes(turn.said, turn.language);
  if (!heard.ok) return { unclear: 'offering.unclearTime' };
  const { from, to } = heard.value;
  const now = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }).format(turn.now);
  if (answers.day === londonDay(turn.now) && from < now) return { unclear: 'offering.timeOver' };
  return { value: to ? `${from}-${to}` : from };
}

export const free = 'free';

/** `free`, or the prices that were named, in pounds and with a space between them. */
export function cost({ turn }: Step): AnswerHeard {
  const isFree = phrases(turn.words('eventWords.free')).has(plain(turn.said)) || /^£?\s*0(?:[.,]00?)?$/.test(turn.said.trim());
  if (isFree) return { value: free };
  const prices = [...turn.said.matchAll(/\d{1,3}(?:[.,]\d{2})?(?!\d)/g)].map(([price]) => price.replace(',', '.'));
  return prices.length > 0 ? { value: prices.join(' ') } : { unclear: 'offering.unclearCost' };
}

export function yesNoOptions(turn: Turn) {
  return [
    { key: 'yes', label: turn.words('prompts.yes') },
    { key: 'no', label: turn.words('prompts.no') },
  ];
}

export function yesNo({ turn }: Step): AnswerHeard {
  const heard = hearConsent(turn, yesNoOptions(turn));
  return heard === undefined ? { unclear: 'prompts.unclearYesNo' } : { value: heard ? 'yes' : 'no' };
}

/** A number that people may ring: it is published. */
export function publicPhone(step: Step): AnswerHeard {
  const heard = words(40)(step);
  if ('unclear' in heard) return heard;
  const mobile = hearMobile(heard.value);
  return mobile.ok || mobile.reason !== 'not-a-number' ? heard : { unclear: 'offering.unclearPhone' };
}

/** A mobile that we text and nobody sees: sealed, in Base64. */
export function ownMobile({ turn, services }: Step): AnswerHeard {
  turn.keepNothing();
  const heard = hearMobile(turn.said);
  if (heard.ok) return { value: Buffer.from(services.seal(heard.value)).toString('base64') };
  return { unclear: heard.reason === 'not-a-number' ? 'texting.unclear' : `texting.${heard.reason}` };
}
