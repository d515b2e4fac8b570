/**
 * Sixteen signs, so that each is four bits: none looks like another when it is written by hand or shown small, and there are no vowels,
 * so that no code is a word.
 */
const signs = '2346789CFHJKMRWX';
/** Three groups of three: 2³⁶, about 7 × 10¹⁰ codes. With 10,000 open responses and `mostWrongInAll` tries an hour, a lucky guess takes 15 years. */
const groups = 3;
const groupLength = 3;

/** The code that some secret bytes stand for, in groups as it is read aloud: `K7M-4RX-29H`. At least 5 bytes. */
export function codeFrom(bytes: Uint8Array): string {
  const letters = [...bytes].flatMap((byte) => [signs[byte >> 4], signs[byte & 15]]).join('');
  return Array.from({ length: groups }, (_, group) => letters.slice(group * groupLength, (group + 1) * groupLength)).join('-');
}

/** The code that the whole message is, with or without what parts its groups; figures alone only with it, as they may be an answer. */
export function hearCode(said: string): string | undefined {
  const [, first, parting, second, third] = pattern.exec(said.trim().toUpperCase()) ?? [];
  if (first === undefined || (parting === '' && /^\d+$/.test(`${first}${second}${third}`))) return undefined;
  return [first, second, third].join('-');
}

const group = `([${signs}]{${groupLength}})`;
const parted = '[\\s.–-]*';
const pattern = new RegExp(`^(?:CODE|KOD|COD|CODUL|KODAS)?[\\s:]*${group}(${parted})${group}${parted}${group}\\.?$`);

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
/** Conversations cost nothing, so everybody's wrong codes count together as well. */
const mostWrongInAll = 500;

/** Whether one more code may be tried, after so many wrong ones within `wrongCodesCountMs`. */
export function mayTryCode(wrong: { readonly ofThisPerson: number; readonly inAll: number }): boolean {
  return wrong.ofThisPerson < mostWrongOfOne && wrong.inAll < mostWrongInAll;
}
