/** Twilio's smart encoding knows these too; we do it ourselves so that what we count is what is sent. */
const plainSigns: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
};
const fancySign = new RegExp(`[${Object.keys(plainSigns).join('')}]`, 'g');

/** Two joined parts in UCS-2. A text that needs more is worth writing without accents. */
const twoPartsWithAccents = 134;

/**
 * A text as it is sent. Quotation marks and dashes are written plainly, so that English stays in GSM-7 (160 characters a part), and
 * a letter with its accent is one character.
 * Words keep their accents where they fit into two parts; where they do not, letters that would force the short alphabet
 * (70 a part) lose them, as people do when they text in Polish, Romanian or Lithuanian.
 */
export function written(text: string): string {
  const plain = text.normalize('NFC').replace(fancySign, (sign) => plainSigns[sign] ?? sign);
  if (plain.length <= twoPartsWithAccents || isGsm7(plain)) return plain;
  const bare = withoutAccents(plain);
  return isGsm7(bare) ? bare : plain;
}

const gsm7 = /^[@£$¥èéùìòÇ\n\fØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ!"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;

/** GSM 03.38, basic and extension tables. */
export function isGsm7(text: string): boolean {
  return gsm7.test(text);
}

function withoutAccents(text: string): string {
  return text
    .replaceAll(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC');
}
