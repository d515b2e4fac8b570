import { z } from 'zod';

/** One row of a table of opportunities, by column. Cells are text; empty ones are absent. */
const yes = z
  .string()
  .regex(/^(y|yes|true|1|n|no|false|0)$/i, 'must be yes or no')
  .transform((word) => /^(y|yes|true|1)$/i.test(word));
const yesNo = yes.default(false);
const words = (most: number) => z.string().max(most, `must be at most ${most} characters`);
const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
const list = z
  .string()
  .transform((cell) =>
    cell
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

/** The columns of the file, as docs/volunteering.md has them. */
export const opportunityShape = z
  .object({
    id: words(100),
    organisation: words(120),
    title: words(120),
    description: words(2000).default(''),
    /** A postcode, a town, a village: where it is done. */
    place: words(100).optional(),
    remote: yesNo,
    hours_per_week: number(0, 60).optional(),
    one_off: yesNo,
    /** "Thursday mornings" */
    times: words(120).optional(),
    expenses_paid: yesNo,
    step_free: yesNo,
    dbs_needed: yesNo,
    minimum_age: number(0, 100).optional(),
    skills: list,
    languages: list,
    phone: z
      .string()
      .transform((number) => number.replaceAll(/[\s()-]/g, '').replace(/^0/, '+44'))
      .refine((number) => /^\+[1-9]\d{6,14}$/.test(number), 'must be a telephone number')
      .optional(),
    email: z.email('must be an e-mail address').optional(),
  })
  .refine(({ phone, email }) => phone !== undefined || email !== undefined, 'needs a phone or an email, so that people can get in touch');

export type OpportunityRow = z.infer<typeof opportunityShape>;
export const opportunityColumns = Object.keys(opportunityShape.shape);
