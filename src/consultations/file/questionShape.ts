import { z } from 'zod';
import { dayShape } from '#files/dayShape.ts';
import { isBlock } from '#files/found.ts';
import { missing } from '#files/issues.ts';
import { textShape } from '#files/textShape.ts';
import type { QuestionKind } from '../definition.ts';
import * as limits from '../limits.ts';

/** Lower-case letters, figures and hyphens, with a letter or a figure at both ends. */
export const keyShape = z
  .string(missing('a short name, such as bus-stop'))
  .max(limits.keyLengthLimit, { error: `too long: at most ${limits.keyLengthLimit} characters` })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'may only have a-z, 0-9 and single hyphens between them, such as "bus-stop"' });

const common = {
  key: keyShape,
  text: textShape(limits.questionTextLimit),
  sms: textShape(limits.smsTextLimit).optional(),
  help: textShape(limits.helpTextLimit).optional(),
  required: z.boolean().default(false),
  aboutYou: z.boolean().default(false),
  // Read by readCondition, which knows its way about conditions within conditions.
  when: z.unknown().optional(),
};

const noOption = ({ input }: { readonly input?: unknown }) => {
  return isBlock(input)
    ? undefined
    : 'should be a key for the results and the text that people read, such as { key: weekly, text: Every week }';
};
const option = z.strictObject({ key: keyShape, text: textShape(limits.optionTextLimit) }, { error: noOption });
const exclusiveOption = z.strictObject({ ...option.shape, exclusive: z.boolean().default(false) }, { error: noOption });

const options = z.array(option).min(2).max(limits.optionsLimit);
const number = z.number();
const step = z.int().min(0).max(100);

/** What a question of each kind may say. An unknown property is a fault, not a wish. */
export const questionShapes = {
  choice: z.strictObject({ ...common, kind: z.literal('choice'), options }),
  choices: z.strictObject({ ...common, kind: z.literal('choices'), options: z.array(exclusiveOption).min(2).max(limits.optionsLimit) }),
  ranking: z.strictObject({ ...common, kind: z.literal('ranking'), options, top: z.int().min(1).optional() }),
  scale: z.strictObject({
    ...common,
    kind: z.literal('scale'),
    from: step,
    to: step,
    labels: z.record(z.string(), textShape(limits.optionTextLimit)).default({}),
  }),
  yesNo: z.strictObject({ ...common, kind: z.literal('yesNo') }),
  number: z.strictObject({
    ...common,
    kind: z.literal('number'),
    min: number.optional(),
    max: number.optional(),
    decimals: z.boolean().default(false),
  }),
  date: z.strictObject({ ...common, kind: z.literal('date'), earliest: dayShape.optional(), latest: dayShape.optional() }),
  postcode: z.strictObject({ ...common, kind: z.literal('postcode') }),
  text: z.strictObject({
    ...common,
    kind: z.literal('text'),
    maxLength: z.int().min(1).max(limits.answerLengthLimit).default(limits.answerLengthDefault),
  }),
  info: z.strictObject({ ...common, kind: z.literal('info') }),
} as const satisfies Record<QuestionKind, z.ZodObject>;

/** What holds for a question of any kind: used where the kind itself is not known, so that its other faults still show. */
export const anyQuestionShape = z.looseObject(common);

export type FileQuestion = { [K in QuestionKind]: z.infer<(typeof questionShapes)[K]> }[QuestionKind];

export const optionProperties: readonly string[] = Object.keys(exclusiveOption.shape);

export const questionProperties = (kind: QuestionKind): readonly string[] => Object.keys(questionShapes[kind].shape);
