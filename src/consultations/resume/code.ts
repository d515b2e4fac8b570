/**
 * Sixteen signs, so that each is four bits: none looks like another when it is written by hand or shown small, and there are no vowels,
 * so that no code is a word.
 */
const signs = '2346789CFHJKMRWX';
/** What people write for a sign that it looks or sounds like. Nothing else is taken for one: O, 0, I, 1 and S, 5 are for no sign. */
const meant: Readonly<Record<string, string>> = { B: '8', G: '6', N: 'M', Z: '2' };
/**
 * Three groups of three: 2³⁶, about 7 × 10¹⁰ codes. Where 10,000 open responses have one and somebody tries `mostWrongInChannel` an hour on
 * web chat and plain pages both, the first lucky guess takes four years.
 */
const groups = 3;
const groupLength = 3;

/** What a code looks like: nobody's. */
export const codeExample = 'K7M-4RX-29H';

/** The code that some secret bytes stand for, in groups as it is read aloud: `K7M-4RX-29H`. At least 5 bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return inGroups([...bytes].flatMap((byte) => [signs[byte >> 4], signs[byte & 15]]).join(''));
}

/** What somebody typed: a code, or what is one but for a slip. */
export type HeardCode = { readonly code: string } | 'mistyped';

/**
 * The code in what was said: as we write it, wherever it stands, for whoever passes our sentence on; else the whole message, however its signs
 * are parted. Figures alone must be called a code or stand in their three groups, as they may be an answer.
 */
export function hearCode(said: string): HeardCode | undefined {
  const text = said.normalize('NFKC').toUpperCase().trim();
  const bare = text.replace(called, '').trim();
  const code = (written.exec(text)?.[0] ?? bare).replaceAll(parting, '');
  const maybeAnAnswer = onlyFigures.test(code) && bare === text && !figureGroups.test(text);
  if (isCode.test(code) && !maybeAnAnswer) return { code: inGroups([...code].map((sign) => meant[sign] ?? sign).join('')) };
  return hasSlip(bare, bare !== text) ? 'mistyped' : undefined;
}

/** Our groups with a sign wrong, missing or too many; or anything as long that is called a code. */
function hasSlip(bare: string, isCalledCode: boolean): boolean {
  if (slippedGroups.test(bare)) return mixed.test(bare);
  return isCalledCode && nearlyAsLong.test(bare.replaceAll(parting, '')) && /\d/.test(bare);
}

function inGroups(code: string): string {
  return Array.from({ length: groups }, (_, group) => code.slice(group * groupLength, (group + 1) * groupLength)).join('-');
}

const group = `[${signs}${Object.keys(meant).join('')}]{${groupLength}}`;
const dash = '\\s*[\\p{Pd}−]\\s*';
const written = new RegExp(`(?<![\\p{L}\\p{N}])${Array(groups).fill(group).join(dash)}(?![\\p{L}\\p{N}])`, 'u');
const isCode = new RegExp(`^(?:${group}){${groups}}$`);
const parting = /[^\p{L}\p{N}]+/gu;
const onlyFigures = /^\d+$/;
const figureGroups = /^\d{3}[^\p{L}\p{N}]+\d{3}[^\p{L}\p{N}]+\d{3}\.?$/u;
/** "Code", "my code is" in each language. */
const called = /^\P{L}*(?:(?:MY|THE|MÓJ|MOJ|MANO)\s+)?(?:CODE|KOD|COD|CODUL|KODAS)(?:\s+(?:IS|TO|MEU|ESTE|YRA))*(?!\p{L})/u;
const slippedGroups = new RegExp(`^${Array(groups).fill('[A-Z\\d]{2,4}').join(dash)}$`, 'u');
/** Letters and figures in one group: a date has none. */
const mixed = /[A-Z]\d|\d[A-Z]/;
/** Longer than a postcode. */
const nearlyAsLong = /^[A-Z\d]{8,10}$/;

/** Long enough to reach a library's computer, short enough that a slip of paper is soon worth nothing. */
const lastsMs = 14 * 86_400_000;

/** Until when a code works that is told now: two weeks, and never past the end of the consultation. */
export function codeExpiresAt(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + lastsMs, closesAt.getTime()));
}

/** Wrong codes count for so long. */
export const wrongCodesCountMs = 3_600_000;
/** More slips than this in an hour are no slips. */
const mostWrongOfOne = 5;
/**
 * A web chat costs nothing to begin, so everybody's wrong codes count together as well; by channel, so that whoever tries many on the web keeps
 * nobody from going on by text. More than a town's slips, few enough that a guess takes years.
 */
const mostWrongInChannel = 100;

/** Whether one more code may be tried, after so many wrong ones within `wrongCodesCountMs`. */
export function mayTryCode(wrong: { readonly ofThisPerson: number; readonly inChannel: number }): boolean {
  return wrong.ofThisPerson < mostWrongOfOne && wrong.inChannel < mostWrongInChannel;
}
