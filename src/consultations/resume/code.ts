/**
 * Sixteen signs, so that each is four bits: none looks like another when it is written by hand or shown small, and there are no vowels,
 * so that no code is a word.
 */
const signs = '2346789CFHJKMRWX';
/** What people write for a sign that it looks or sounds like. Nothing else is taken for one: O, 0, I, 1 and S, 5 are for no sign. */
const meant: Readonly<Record<string, string>> = { B: '8', G: '6', N: 'M', Z: '2' };
/**
 * Three groups of four: 2⁴⁸, about 3 × 10¹⁴ codes. Where 10,000 open responses have one and somebody tries `mostWrongInChannel` an hour on
 * web chat and plain pages both, day and night, the odds of a lucky guess are 1 in 5,900 a day: it takes sixteen years.
 */
const groups = 3;
const groupLength = 4;

/** What a code looks like: nobody's. */
export const codeExample = 'K7M4-RX29-HCF3';

/** The code that some secret bytes stand for, in groups as it is read aloud: `K7M4-RX29-HCF3`. At least 6 bytes. */
export function codeFrom(bytes: Uint8Array): string {
  const all = [...bytes].flatMap((byte) => [signs[byte >> 4], signs[byte & 15]]);
  return inGroups(all.slice(0, groups * groupLength).join(''));
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

const threeGroups = (sign: string, parted: string) => Array(groups).fill(`${sign}{${groupLength}}`).join(parted);

const sign = `[${signs}${Object.keys(meant).join('')}]`;
const dash = '\\s*[\\p{Pd}−]\\s*';
const written = new RegExp(`(?<![\\p{L}\\p{N}])${threeGroups(sign, dash)}(?![\\p{L}\\p{N}])`, 'u');
const isCode = new RegExp(`^${threeGroups(sign, '')}$`);
const parting = /[^\p{L}\p{N}]+/gu;
const onlyFigures = /^\d+$/;
const figureGroups = new RegExp(`^${threeGroups('\\d', parting.source)}\\.?$`, 'u');
/** "Code", "my code is" in each language. */
const called = /^\P{L}*(?:(?:MY|THE|MÓJ|MOJ|MANO)\s+)?(?:CODE|KOD|COD|CODUL|KODAS)(?:\s+(?:IS|TO|MEU|ESTE|YRA))*(?!\p{L})/u;
const slippedGroups = new RegExp(`^${Array(groups).fill('[A-Z\\d]{2,5}').join(dash)}$`, 'u');
/** Letters and figures in one group: a date has none. */
const mixed = /[A-Z]\d|\d[A-Z]/;
/** Longer than a postcode, and no more than a sign too long. */
const nearlyAsLong = /^[A-Z\d]{8,13}$/;

/** Long enough to reach a library's computer, short enough that a slip of paper is soon worth nothing. */
const lastsMs = 14 * 86_400_000;

/** Until when a code works that is told now: two weeks, and never past the end of the consultation. */
export function codeExpiresAt(now: Date, closesAt: Date): Date {
  return new Date(Math.min(now.getTime() + lastsMs, closesAt.getTime()));
}

/** Wrong codes count for so long. */
export const wrongCodesCountMs = 3_600_000;
/** More slips than this in an hour are no slips. */
export const mostWrongOfOne = 5;
/**
 * A web chat costs nothing to begin, so everybody's wrong codes count together as well; by channel, so that whoever tries many on the web keeps
 * nobody from going on by text. To use it up takes 20,000 conversations, more than an address may begin in an hour (600 requests a minute
 * begin 300 chats), and 28 codes a second for as long as it is to last; few enough that a guess takes years: see `groupLength`.
 */
export const mostWrongInChannel = 100_000;
/** Whether one more code may be tried, after so many wrong ones within `wrongCodesCountMs`. */
export function mayTryCode(wrong: { readonly ofThisPerson: number; readonly inChannel: number }): boolean {
  return wrong.ofThisPerson < mostWrongOfOne && wrong.inChannel < mostWrongInChannel;
}
