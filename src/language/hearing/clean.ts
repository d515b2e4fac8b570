/** A legal SMS is at most 1,600 characters (Twilio's cap on a message body), so nothing longer is kept from any channel. UTF-16 units. */
export const longestText = 1600;

/** Raw input is cut here before any work, so that invisible padding costs nothing. UTF-16 units. */
const longestRaw = 4 * longestText;

/**
 * What a person said, as it is kept: only ever text. NFC; line breaks stay, tabs become spaces; NUL, other control characters, bidi
 * controls, zero-width characters (but for the joiners inside emoji) and lone surrogates go. At most `longestText` UTF-16 units.
 * Cleaning twice changes nothing.
 */
export function clean(said: string): string {
  if (onlyAscii.test(said)) return said.slice(0, longestRaw).trim().slice(0, longestText).trim();
  return tidy(tidy(said.slice(0, longestRaw)).slice(0, longestText));
}

/**
 * What a person said, for comparing only: lower case, accents off (ł is l, ș and ş are s), punctuation to single spaces, apostrophes inside
 * words dropped ("don't" is "dont"), skin tones off, emoji kept as words of their own.
 */
export function plain(said: string): string {
  const folded = fold(said);
  if (onlyAscii.test(folded)) {
    return folded
      .replace(/(?<=[a-z])'(?=[a-z])/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return folded
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}\p{RI}\u200D]+/gu, ' ')
    .replace(/(?<!\u200D)\p{Extended_Pictographic}/gu, ' $&')
    .replace(/(\p{Extended_Pictographic})(?=[\p{L}\p{N}])/gu, '$1 ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** As `plain`, but with the punctuation still there: for figures and dates, where a comma, a dot or a stroke means something. */
export function fold(said: string): string {
  const cleaned = clean(said);
  if (onlyAscii.test(cleaned)) return cleaned.toLowerCase().replaceAll('`', "'");
  return cleaned
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{EMod}]/gu, '')
    .replace(/[łđøßæœı]/g, (letter) => lettersWithoutParts[letter] ?? letter)
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .slice(0, longestText);
}

/** Line breaks and what an English keyboard writes. Nearly every text is that, and needs none of the care that the rest of Unicode does. */
const onlyAscii = /^[\n\x20-\x7E]*$/;

/** Letters that Unicode does not take apart into a base and an accent. */
const lettersWithoutParts: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

function tidy(said: string): string {
  return said
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g,
      '',
    )
    .replace(/(\u{1F3F4}[\u{E0020}-\u{E007F}]+)|[\u{E0000}-\u{E007F}]/gu, (_, flag?: string) => flag ?? '')
    .replace(/(?<!\p{Extended_Pictographic}|\p{EMod}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu, '')
    .normalize('NFC')
    .trim();
}
