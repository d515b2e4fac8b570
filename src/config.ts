import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Environment, environmentShape } from './environment.ts';

/** What the environment says, read once at the start. */
export type Config = Readonly<ReturnType<typeof asConfig>>;

/** The environment does not hold. Every fault is named at once, without its value, which may be a secret. */
export class ConfigRefused extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The settings in the environment do not hold:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Reads the environment names of the README. A name that is set to nothing counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const found = z.object(environmentShape).safeParse(environment);
  const faults = found.success ? missing(found.data) : found.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}.`);
  if (!found.success || faults.length > 0) throw new ConfigRefused(faults);
  return asConfig(found.data);
}

/** What must be there because of something else that is. */
function missing(env: Environment): string[] {
  const production = env.NODE_ENV === 'production';
  const ownTenant = env.MicrosoftAppType !== 'MultiTenant';
  const rules: readonly (readonly [boolean, string])[] = [
    [
      production && !env.SECRET_KEY,
      'SECRET_KEY must be set in production: every key is derived from it. Make one with "openssl rand -base64 32".',
    ],
    [
      production && !env.PUBLIC_URL && env.TWILIO_AUTH_TOKEN !== undefined,
      'PUBLIC_URL must be set in production when Twilio is: Twilio signs the address that it calls.',
    ],
    [
      ownTenant && !!env.MicrosoftAppId && !env.MicrosoftAppTenantId,
      `MicrosoftAppTenantId must be set when MicrosoftAppType is ${env.MicrosoftAppType}.`,
    ],
    [
      (production || env.MicrosoftAppType === 'SingleTenant') &&
        !!env.MicrosoftAppId &&
        !env.MicrosoftAppPassword &&
        env.MicrosoftAppType !== 'UserAssignedMSI',
      'MicrosoftAppPassword must be set when MicrosoftAppId is, but for a managed identity.',
    ],
    [
      env.MicrosoftAppType === 'UserAssignedMSI' && !!env.MicrosoftAppPassword,
      'MicrosoftAppPassword must not be set when MicrosoftAppType is UserAssignedMSI: a managed identity has none.',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, fault]) => fault);
}

/** `.data` beside the code, from whichever folder Folkmoot is started. */
const ownDataDir = fileURLToPath(new URL('../.data', import.meta.url));

function asConfig(env: Environment) {
  const canText = !!(env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN && env.TWILIO_FROM);
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    environment: env.NODE_ENV,
    crisisLines: env.CRISIS_LINES ?? {},
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    /** Absolute, without a slash at the end. */
    publicUrlIsSet: env.PUBLIC_URL !== undefined,
    publicUrl,
    /** Absent: the database that comes with Folkmoot, under `dataDir`. */
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR === undefined ? ownDataDir : resolve(env.DATA_DIR),
    /** Absent: see `loadSecretKey`. */
    secretKey: env.SECRET_KEY,
    twilio: { accountSid: env.TWILIO_ACCOUNT_SID, authToken: env.TWILIO_AUTH_TOKEN, from: env.TWILIO_FROM, apiUrl: env.TWILIO_API_URL },
    microsoft: {
      appId: env.MicrosoftAppId,
      appPassword: env.MicrosoftAppPassword,
      appTenantId: env.MicrosoftAppTenantId,
      appType: env.MicrosoftAppType,
    },
    /** Sites other than our own that may show the web chat. */
    webchatOrigins: env.WEBCHAT_ORIGINS,
    sending: { perSecond: { sms: env.SMS_PER_SECOND, teams: env.TEAMS_PER_SECOND } },
    services: {
      pencePerPart: env.SMS_PENCE_PER_PART,
      mostAsks: env.ASKS_PER_28_DAYS,
      councilContact: env.COUNCIL_CONTACT,
      councilName: env.COUNCIL_NAME,
      publicUrl,
      canText,
    },
    /** See `createFetching`. */
    privateHosts: env.FETCH_PRIVATE_HOSTS,
    /** As pages for residents name it. */
    council: { name: env.COUNCIL_NAME, contact: env.COUNCIL_CONTACT },
    rateLimit: { perAddress: env.RATE_LIMIT_PER_ADDRESS, perContact: env.RATE_LIMIT_PER_CONTACT },
  } as const;
}
