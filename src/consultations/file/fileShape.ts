import { z } from 'zod';
import { beginningShape, dayShape, endShape } from '#files/dayShape.ts';
import { missing } from '#files/issues.ts';
import { textShape } from '#files/textShape.ts';
import * as limits from '../limits.ts';
import { keyShape } from './questionShape.ts';

const { least, most } = limits.keywordLengths;

const place = z.string().regex(/^(parish|ward|town):[a-z0-9-]+$/, {
  error: 'should be parish:, ward: or town: and a name in small letters, such as parish:higham-ferrers',
});

/** Everything but the questions, which are read one by one, so that one bad question hides no other. */
export const fileShape = z.strictObject({
  key: keyShape,
  title: textShape(limits.titleLimit),
  summary: textShape(limits.passageLimit),
  decision: textShape(limits.passageLimit),
  decisionMaker: textShape(limits.passageLimit),
  decisionOn: dayShape.optional(),
  team: z.string().trim().min(1, { error: 'empty; name the team, or leave the line out' }).max(limits.passageLimit).optional(),
  opens: beginningShape,
  closes: endShape,
  places: z.array(place).min(1, { error: 'empty; name a place, or leave the line out for everybody' }).max(limits.placesLimit).optional(),
  keyword: z
    .string(missing('the word that people text to begin, such as PARKS'))
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]*$/, { error: 'may only have letters A-Z and figures, and begins with a letter' })
    .min(least, { error: `too short: at least ${least} letters` })
    .max(most, { error: `too long: at most ${most} letters` }),
  privacy: z
    .url({ protocol: /^https?$/, hostname: z.regexes.hostname, error: 'should be a web address that begins with https://' })
    .optional(),
  questions: z.array(z.unknown()).min(1, { error: 'empty; ask at least one question' }).max(limits.questionsLimit),
  thanks: textShape(limits.passageLimit).optional(),
});

export const fileProperties: readonly string[] = Object.keys(fileShape.shape);
