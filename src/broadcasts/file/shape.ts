import { z } from 'zod';
import { beginningShape, endShape } from '#files/dayShape.ts';
import { textShape } from '#files/textShape.ts';
import { languages } from '#language/languages.ts';
import { topics } from '#people';
import { broadcastChannels } from '../definition.ts';

/** A message in Teams is read like a letter's first lines; a text message is held to two parts besides. */
const textLimit = 1000;
/** Keys stand in addresses, file names and the headings of a table; a reminder's is longer by its ending. */
const keyLimit = 50;
/** Longer than a consultation usually runs. Days. */
const daysLimit = 90;
/** As in a consultation's file. */
const placesLimit = 100;

const days = z.int().min(1).max(daysLimit);
const text = textShape(textLimit);
const wording = { text, sms: text.optional(), teams: text.optional() };
const place = z.string().regex(/^(parish|ward|town):[a-z0-9-]+$/, {
  error: 'should be parish:, ward: or town: and a name in small letters, such as parish:higham-ferrers',
});

const audienceShape = z.strictObject({
  channels: z
    .array(z.enum(broadcastChannels))
    .min(1, { error: 'empty; name a channel, or leave the line out for all' })
    .default([...broadcastChannels]),
  places: z.array(place).min(1, { error: 'empty; name a place, or leave the line out for everybody' }).max(placesLimit).default([]),
  languages: z.array(z.enum(languages)).min(1, { error: 'empty; name a language, or leave the line out for all' }).default([]),
  answered: z.boolean().optional(),
  notAskedFor: days.optional(),
});

const reminderShape = z.strictObject({ after: days, ...wording });

/** A broadcast's file, but for the rules between its parts. */
export const broadcastShape = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'may only have small letters a-z, figures, and hyphens between them' })
    .max(keyLimit, { error: `too long: at most ${keyLimit} characters` }),
  author: z.email({ error: 'should be the e-mail address of the member of staff who wrote it' }).toLowerCase(),
  topic: z.enum(topics),
  consultation: z.string().optional(),
  audience: audienceShape.default({ channels: [...broadcastChannels], places: [], languages: [] }),
  starts: beginningShape.optional(),
  until: endShape.optional(),
  ...wording,
  reminder: reminderShape.optional(),
});

/** Properties known at a path, for "did you mean". */
export function propertiesAt([part]: readonly (string | number)[]): readonly string[] {
  if (part === 'audience') return Object.keys(audienceShape.shape);
  return Object.keys(part === 'reminder' ? reminderShape.shape : broadcastShape.shape);
}
