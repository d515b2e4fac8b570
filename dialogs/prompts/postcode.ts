import { hearPostcode } from '#language/hearing/postcodes.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

/** Well formed and nobody's: the area code ZZ is not in use (Royal Mail's list of postcode areas). */
const example = 'ZZ9 9ZZ';

/** Only the first half is kept: it says where, not which house. */
export const postcode: Prompt<'postcode'> = {
  options: () => [],
  hint: (_question, { words }) => words('prompts.postcodeHint', { example }),
  example: () => example,
  hear(said) {
    const heard = hearPostcode(said);
    return heard.ok ? taken(heard.value.outcode, heard.sure) : notHeard('prompts.unclearPostcode', { example });
  },
};
