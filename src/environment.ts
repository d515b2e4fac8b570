import { z } from 'zod';

/** A name that is set to nothing is not set. */
const set = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), shape);
const text = z.string().trim();
const whole = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`;
  return text
    .regex(/^\d{1,9}$/, words)
    .transform(Number)
    .refine((value) => value >= least && value <= most, words);
};
const like = (pattern: RegExp, words: string) => text.regex(pattern, words);
const word = <const T extends readonly string[]>(words: T) => z.enum(words, `must be one of ${words.join(', ')}`);

const json = <T extends z.ZodType>(shape: T) =>
  text
    .transform((words, context) => {
      try {
        return JSON.parse(words) as unknown;
      } catch {
        context.addIssue('must be JSON, such as {"abuse":"0808 2000 247"}');
        return z.NEVER;
      }
    })
    .pipe(shape);

/** The scheme, host and port of an address: `https://folkmoot.example.org`. A slash at the end is taken off, anything after it is refused. */
const origin = text.transform((address, context) => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  context.addIssue('must be an address such as https://folkmoot.example.org, with nothing after the host');
  return z.NEVER;
});

const lineNames = ['emergency', 'listening', 'texting', 'textingWord', 'children', 'health', 'abuse'] as const;

/** The environment names, as in the README. */
export const environmentShape = {
  NODE_ENV: set(word(['development', 'production', 'test']).default('development')),
  LOG_LEVEL: set(word(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info')),
  PORT: set(whole(0, 65_535).default(3978)),
  PUBLIC_URL: set(origin.optional()),
  DATABASE_URL: set(like(/^postgres(ql)?:\/\/\S+$/, 'must be an address such as postgresql://user:password@host/database').optional()),
  DATA_DIR: set(text.optional()),
  SECRET_KEY: set(z.string().min(32, 'must be at least 32 characters long').optional()),
  TWILIO_ACCOUNT_SID: set(like(/^AC\w{32}$/, 'must be "AC" and 32 letters and digits').optional()),
  TWILIO_AUTH_TOKEN: set(text.optional()),
  TWILIO_FROM: set(
    like(
      /^(\+[1-9]\d{6,14}|\d{3,6}|MG\w{32})$/,
      'must be a number with its country (+44…), a short code, or a messaging service id (MG…)',
    ).optional(),
  ),
  TWILIO_API_URL: set(origin.optional()),
  MicrosoftAppId: set(text.optional()),
  MicrosoftAppPassword: set(text.optional()),
  MicrosoftAppTenantId: set(text.optional()),
  MicrosoftAppType: set(word(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant')),
  WEBCHAT_ORIGINS: set(
    text
      .transform((list) => list.split(/[\s,]+/))
      .pipe(z.array(origin))
      .default([]),
  ),
  /** Other numbers than the national ones for people in need, as JSON: `{"abuse":"..."}`. */
  CRISIS_LINES: set(json(z.strictObject(Object.fromEntries(lineNames.map((name) => [name, text.min(3)]))).partial()).optional()),
  /** Where a resident turns when the directory has nothing, as the bot and the pages say it. Short: it is part of a text. */
  COUNCIL_CONTACT: set(text.max(60, 'must be at most 60 characters, such as "Thornby Council on 01632 960000"').optional()),
  /** Hosts that feeds may be fetched from though they are not on the public internet: a council's own server, or `localhost:8080`. */
  FETCH_PRIVATE_HOSTS: set(
    text
      .transform((list) => list.split(/[\s,]+/))
      .pipe(z.array(like(/^[\w.-]+(:\d+)?$/, 'must be hosts such as feeds.example.org or localhost:8080, parted by commas')))
      .default([]),
  ),
  COUNCIL_NAME: set(text.max(60, 'must be at most 60 characters long').optional()),
  /** Requests a minute from one address. A library, an office or a mobile network shares one, so it is generous: ten a second. */
  RATE_LIMIT_PER_ADDRESS: set(whole(1, 1_000_000).default(600)),
  /** Texts a second that the sender allows, over all processes. Twilio: about 10 from a UK long number. */
  SMS_PER_SECOND: set(whole(1, 100_000).default(10)),
  /** Messages a second in Teams, over all processes. Microsoft: 50 for an app in a tenant; the rest is for replies. */
  TEAMS_PER_SECOND: set(whole(1, 100_000).default(40)),
  /** What a part of a text costs, in pence, for what is shown before sending. */
  SMS_PENCE_PER_PART: set(
    text
      .regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be pence, such as 4 or 2.4')
      .transform(Number)
      .default(4),
  ),
  /** The most that a person is asked in 28 days, reminders among it: two consultations, each with its reminder. */
  ASKS_PER_28_DAYS: set(whole(1, 100).default(4)),
  /** Messages a minute from one contact point. Nobody types one a second for long; two machines that answer each other do. */
  RATE_LIMIT_PER_CONTACT: set(whole(1, 1_000_000).default(60)),
};

export type Environment = z.infer<z.ZodObject<typeof environmentShape>>;
