import { hearPostcode } from '#language/hearing/postcodes.ts';
import { notHeard, type Prompt, taken } from './prompt.ts';

/** A real one, so that whoever sends it is understood, and nobody's home. */
const example = 'SW1A 1AA';

/** Only the first half is kept: it says where, not which house. */
export const postcode: Prompt<'postcode'> = {
  answer: 'line',
  options: () => [],
  hint: (_question, { words }) => words('prompts.postcodeHint', { example }),
  example: () => example,
  hear(said) {
    const heard = hearPostcode(said);
    return heard.ok ? taken(heard.value.outcode, heard.sure) : notHeard('prompts.unclearPostcode', { example });
  },
};
