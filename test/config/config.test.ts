import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigRefused, readConfig } from '#src/config.ts';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const secret = 'a-secret-of-thirty-two-characters';
const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigRefused) return error.faults;
    throw error;
  }
  return [];
};

test('nothing needs to be set on a laptop', () => {
  expect(readConfig({})).toEqual({
    environment: 'development',
    crisisLines: {},
    production: false,
    logLevel: 'info',
    port: 3978,
    publicUrl: 'http://localhost:3978',
    publicUrlIsSet: false,
    databaseUrl: undefined,
    dataDir: join(root, '.data'),
    secretKey: undefined,
    twilio: { accountSid: undefined, authToken: undefined, from: undefined, apiUrl: undefined },
    microsoft: { appId: undefined, appPassword: undefined, appTenantId: undefined, appType: 'MultiTenant' },
    webchatOrigins: [],
    privateHosts: [],
    council: { name: undefined, contact: undefined },
    sending: { perSecond: { sms: 10, teams: 40 } },
    services: { councilContact: undefined, pencePerPart: 4, mostAsks: 4, publicUrl: 'http://localhost:3978', canText: false },
    rateLimit: { perAddress: 600, perContact: 60 },
  });
});

test('a name that is set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ', DATABASE_URL: '', WEBCHAT_ORIGINS: '', TWILIO_AUTH_TOKEN: '' })).toEqual(readConfig({}));
});

test('everything may be set', () => {
  const config = readConfig({
    NODE_ENV: 'production',
    PORT: '8080',
    PUBLIC_URL: 'https://folkmoot.example.org/',
    DATABASE_URL: 'postgresql://folkmoot@db.example.org/folkmoot?sslmode=require',
    DATA_DIR: '/srv/folkmoot',
    SECRET_KEY: secret,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'token',
    TWILIO_FROM: '+447700900123',
    TWILIO_API_URL: 'http://localhost:9999',
    MicrosoftAppId: 'app',
    MicrosoftAppPassword: 'password',
    MicrosoftAppTenantId: 'tenant',
    MicrosoftAppType: 'SingleTenant',
    WEBCHAT_ORIGINS: 'https://www.example.org, https://parish.example.org/',
    RATE_LIMIT_PER_CONTACT: '30',
    LOG_LEVEL: 'warn',
  });
  expect(config).toMatchObject({
    production: true,
    port: 8080,
    publicUrl: 'https://folkmoot.example.org',
    dataDir: '/srv/folkmoot',
    secretKey: secret,
    twilio: { authToken: 'token', from: '+447700900123', apiUrl: 'http://localhost:9999' },
    microsoft: { appId: 'app', appTenantId: 'tenant', appType: 'SingleTenant' },
    webchatOrigins: ['https://www.example.org', 'https://parish.example.org'],
    rateLimit: { perAddress: 600, perContact: 30 },
    logLevel: 'warn',
  });
});

test('a data folder is meant from where Folkmoot is started', () => {
  expect(readConfig({ DATA_DIR: 'here' }).dataDir).toBe(resolve('here'));
});

test('every fault is named at once, in plain words and without its value', () => {
  const faults = faultsOf({
    PORT: '80a',
    PUBLIC_URL: 'folkmoot.example.org',
    SECRET_KEY: 'short-and-private',
    LOG_LEVEL: 'loud',
    TWILIO_FROM: '07700 900123',
  });
  expect(faults).toEqual([
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    'PORT must be a whole number from 0 to 65535.',
    'PUBLIC_URL must be an address such as https://folkmoot.example.org, with nothing after the host.',
    'SECRET_KEY must be at least 32 characters long.',
    'TWILIO_FROM must be a number with its country (+44…), a short code, or a messaging service id (MG…).',
  ]);
  expect(faults.join()).not.toContain('private');
});

test.each([
  'https://folkmoot.example.org/bot',
  'ftp://folkmoot.example.org',
  'https://folkmoot.example.org?a=1',
  '//folkmoot.example.org',
  'https://a:b@folkmoot.example.org',
])('%s is no public address', (address) => {
  expect(faultsOf({ PUBLIC_URL: address })).toEqual([expect.stringContaining('PUBLIC_URL must be an address')]);
});

test.each(['3978.5', '-1', '65536', '1e3', '0x10', 'NaN'])('%s is no port', (port) => {
  expect(faultsOf({ PORT: port })).toEqual(['PORT must be a whole number from 0 to 65535.']);
});

test('in production there is no start without a secret key', () => {
  expect(faultsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('SECRET_KEY must be set in production')]);
  expect(faultsOf({ NODE_ENV: 'production', SECRET_KEY: secret })).toEqual([]);
});

test('in production Twilio needs the public address, because it signs it', () => {
  const production = { NODE_ENV: 'production', SECRET_KEY: secret, TWILIO_AUTH_TOKEN: 'token' };
  expect(faultsOf(production)).toEqual([expect.stringContaining('PUBLIC_URL must be set')]);
  expect(faultsOf({ ...production, PUBLIC_URL: 'https://folkmoot.example.org' })).toEqual([]);
});

test('a Microsoft app of one tenant needs the tenant, and in production a password', () => {
  expect(faultsOf({ MicrosoftAppId: 'app', MicrosoftAppType: 'SingleTenant' })).toEqual([
    expect.stringContaining('MicrosoftAppTenantId must be set'),
    expect.stringContaining('MicrosoftAppPassword must be set'),
  ]);
  const production = { NODE_ENV: 'production', SECRET_KEY: secret, MicrosoftAppId: 'app' };
  expect(faultsOf(production)).toEqual([expect.stringContaining('MicrosoftAppPassword must be set')]);
  expect(faultsOf({ ...production, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'tenant' })).toEqual([]);
  expect(
    faultsOf({ ...production, MicrosoftAppPassword: 'x', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'tenant' }),
  ).toEqual([expect.stringContaining('MicrosoftAppPassword must not be set')]);
});
