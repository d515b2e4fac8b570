import { SegmentedMessage } from 'sms-segments-calculator';
import type { Room } from '../channel.ts';
import { written } from './written.ts';

/** A question takes at most two parts: longer texts cost more and more of them arrive in the wrong order. */
export const mostParts = 2;
/** Question texts come again and again; counting one takes a millisecond. */
const mostRemembered = 2000;

/** What a text message can show: no buttons, two parts. Twilio answers STOP and START itself. */
export function smsRoom(): Room {
  const remembered = new Map<string, boolean>();
  return {
    buttons: false,
    brief: true,
    isTheirPhone: true,
    providerAnswersStop: true,
    fits(text) {
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const fits = fitsTwoParts(text);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(text, fits);
      return fits;
    },
  };
}

/** Whether a text takes no more than two parts, as it is written. */
export function fitsTwoParts(text: string): boolean {
  const sent = written(text);
  return surelyFit.some((short) => short.test(sent)) || partsOf(sent) <= mostParts;
}

/**
 * Two joined parts hold 306 plain English letters, or 134 in the dearest alphabet (UCS-2), so that these need no counting: letters and
 * signs of one unit. An emoji, or an accent that stands by itself, is not parted and may not fit the end of a part.
 */
const surelyFit = [
  /^[\n -Z_a-z£]{0,306}$/,
  /^[\n -~\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]{0,134}$/,
];

/** How many parts Twilio sends and charges for a text. */
export function partsOf(text: string): number {
  return new SegmentedMessage(text).segmentsCount;
}
