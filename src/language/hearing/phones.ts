import type { Heard } from '#language/heard.ts';
import { clean } from './clean.ts';

export type NotAMobile = 'not-a-number' | 'landline' | 'foreign';

/** British mobile numbers are 07 and nine figures, but for 070 (personal) and 076 (pagers, save 07624 of the Isle of Man). https://www.ofcom.org.uk/phones-and-broadband/phone-numbers */
const mobile = /^07(?:[1-57-9]\d{8}|624\d{6})$/;
/** Any other number of the United Kingdom, and with how many figures. */
const otherBritish = /^0[1-9]\d{8,9}$/;

/** A British mobile number with its country (+447700900123), however it is written: with signs, a word or two round it, O for 0, without its 0. */
export function hearMobile(said: string): Heard<string, NotAMobile> {
  const written = clean(said)
    .replace(/\b[o\d][o\d\s().-]{8,}/gi, (run) => run.replace(/o/gi, '0'))
    .replace(/\(0\)/g, '');
  const [found, another] = written.match(/\+?\d(?:[\s().-]{0,2}\d){6,16}/g) ?? [];
  if (!found || another) return { ok: false, reason: 'not-a-number' };
  const figures = found.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const national = figures.replace(/^(?:\+44|44(?=7\d{9}$))0?/, '0').replace(/^7(?=\d{9}$)/, '07');
  if (national.startsWith('+')) return { ok: false, reason: 'foreign' };
  if (mobile.test(national)) return { ok: true, value: `+44${national.slice(1)}`, sure: true };
  return { ok: false, reason: otherBritish.test(national) && !/^07[1-57-9]/.test(national) ? 'landline' : 'not-a-number' };
}
