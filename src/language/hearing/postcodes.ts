import { fix, parse, validOutcode } from 'postcode';
import type { Heard } from '#language/heard.ts';
import { clean } from './clean.ts';

export interface PostcodeHeard {
  /** With its space, "NN16 0AP"; the outcode again where only that was said. */
  readonly postcode: string;
  /** The half that names a district, "NN16": all that we keep of an answer. */
  readonly outcode: string;
}

/** The postcode areas of the United Kingdom and the Crown dependencies. The package accepts any two letters; BF (forces) and GIR are no place. */
const areas = new Set(
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
);

/** A postcode in a sentence stands within the first words. Characters. */
const longest = 200;

/**
 * A postcode, wherever the space was put ("NN1 60AP" is NN16 0AP), or the outcode alone. Sure when nothing was mended (O for 0, I for 1)
 * and nothing else was said. Two different ones in a sentence are none.
 */
export function hearPostcode(said: string): Heard<PostcodeHeard, 'not-a-postcode'> {
  const text = clean(said).toUpperCase().slice(0, longest);
  const whole = text.replace(/[^A-Z0-9]/g, '');
  const exact = postcodeOf(whole) ?? (text.split(/\s+/).length <= 2 ? outcodeOf(whole) : undefined);
  if (exact) return { ok: true, value: exact, sure: true };
  const words = text.split(/[^A-Z0-9]+/).filter(Boolean);
  const found = inWords(words, joinedOf) ?? inWords(words, mendedOf) ?? inWords(words, ([word = '']) => outcodeOf(word), 1);
  return found ? { ok: true, value: found, sure: false } : { ok: false, reason: 'not-a-postcode' };
}

/** The only postcode that up to `most` neighbouring words make; nothing where they make two. */
function inWords(
  words: readonly string[],
  read: (part: readonly string[]) => PostcodeHeard | undefined,
  most = 3,
): PostcodeHeard | undefined {
  const found = new Map<string, PostcodeHeard>();
  words.forEach((_, from) => {
    for (let to = from + 1; to <= from + most && to <= words.length; to++) {
      const heard = read(words.slice(from, to));
      if (heard) found.set(heard.postcode, heard);
    }
  });
  const [only, other] = [...found.values()];
  return other ? undefined : only;
}

/** The full postcode that neighbouring words make together, as a sentence is heard: mended where that is needed. Never an outcode alone. */
export function postcodeMadeOf(part: readonly string[]): PostcodeHeard | undefined {
  return joinedOf(part) ?? mendedOf(part);
}

/** "NN16 by the park" is in NN16, not at NN1 6BY. */
function joinedOf(part: readonly string[]): PostcodeHeard | undefined {
  const [first = '', last = ''] = part;
  const isOutcodeAndWord = part.length === 2 && /^[a-z]{2}$/i.test(last) && outcodeOf(first.toUpperCase()) !== undefined;
  return isOutcodeAndWord ? undefined : postcodeOf(part.join(''));
}

function postcodeOf(letters: string): PostcodeHeard | undefined {
  if (letters.length < 5 || letters.length > 7) return undefined;
  const parsed = parse(letters.toUpperCase());
  return parsed.valid && areas.has(parsed.area) ? { postcode: parsed.postcode, outcode: parsed.outcode } : undefined;
}

/** "so 1st" is no S0 1ST: what would have to be mended into such a postcode is more often a day or a place in a row. */
const ordinal = /\d(?:ST|ND|RD|TH)$/;

/** A postcode with its O for 0 or I for 1 mended, where the space, if there is one, stands in its place: "NN16 0A" is no NN1 6OA. */
function mendedOf(words: readonly string[]): PostcodeHeard | undefined {
  const part = words.map((word) => word.toUpperCase());
  const letters = part.join('');
  if (letters.length < 5 || letters.length > 7 || !/\d/.test(letters) || ordinal.test(letters)) return undefined;
  return part.length === 1 || (part.length === 2 && part[1]?.length === 3) ? postcodeOf(fix(letters).replace(/[^A-Z0-9]/g, '')) : undefined;
}

function outcodeOf(letters: string): PostcodeHeard | undefined {
  const area = /^[A-Z]{1,2}(?=\d)/.exec(letters)?.[0];
  return area && letters.length <= 4 && areas.has(area) && validOutcode(letters) ? { postcode: letters, outcode: letters } : undefined;
}
