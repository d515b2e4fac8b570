import { importsOf } from './importLines.ts';
import { codeFiles, linesLike, typescriptFiles, withoutComments } from './sourceFiles.ts';

const code = codeFiles();
const imports = code.flatMap(importsOf);
const everywhere = typescriptFiles().flatMap(importsOf);

/** The part of the code to which a file belongs. */
const feature = /^src\/(approaches|volunteering|consultations|people|places|events|directory|offers|broadcasts|staff)\//;
const channel = /^src\/channels\/(\w+)\//;
const entry = /^src\/(app|main|cli)\.ts$|^src\/cli\//;

/** `from` may not import `to`; `why` is the rule in `docs/architecture.md`. */
interface Rule {
  readonly why: string;
  readonly from: RegExp;
  readonly except?: RegExp;
  readonly never: RegExp;
  /** Where a type may be named all the same. */
  readonly typesIn?: RegExp;
}

const rules: readonly Rule[] = [
  {
    why: 'dialogs ask: they know no channel, no database and no HTTP',
    from: /^dialogs\//,
    never: /^src\/(database|channels|http|console)\/|^(restify|twilio|pg)$|^@prisma/,
  },
  { why: 'the bot knows no particular channel', from: /^src\/bot\//, never: /^src\/(channels\/\w+\/|console\/)/ },
  {
    why: 'a channel knows nothing of dialogs, the database, the features or the console',
    from: channel,
    never: /^(dialogs|src\/(database|console|bot|consultations|people|places|events|directory|broadcasts))\/|^(pg|@prisma\/.*)$/,
  },
  {
    why: 'a feature knows the contract of channels, but no particular one, nor dialogs, the bot or the console',
    from: feature,
    never: /^(dialogs|src\/(channels\/\w+|console|bot|http))\/|^(botbuilder.*|restify|twilio)$/,
  },
  {
    why: "only a feature's store imports the database",
    from: feature,
    except: /\/store\.ts$/,
    typesIn: /\/index\.ts$/,
    never: /^src\/database\/|^(pg|@prisma\/.*)$/,
  },
  {
    why: 'a rule is a pure function: it touches nothing',
    from: feature,
    except: /\/(index|store)\.ts$/,
    never: /^node:(fs|fs\/promises|child_process|net|http|https|process)$/,
  },
  {
    why: 'the console knows services and HTTP, not dialogs or the database',
    from: /^src\/console\//,
    never: /^(dialogs|src\/(database|channels|bot))\/|^(pg|@prisma\/.*)$/,
  },
  {
    why: 'words and hearing stand alone',
    from: /^src\/language\//,
    never: /^(dialogs|src\/(database|channels|console|bot|http|people))\/|^(botbuilder.*|restify|twilio|pg)$/,
  },
  {
    why: 'the database knows what is stored, not who asks',
    from: /^src\/database\//,
    never: /^(dialogs|src\/(channels|console|http))\/|^(botbuilder.*|restify|twilio)$/,
  },
  {
    why: 'fetching stands alone',
    from: /^src\/fetching\//,
    never: /^(dialogs|src\/(?!fetching))\/|^(restify|pg|@prisma\/.*)$/,
  },
  {
    why: 'pages for residents know words and HTTP',
    from: /^src\/pages\//,
    never:
      /^(dialogs|src\/(database|channels|console|bot|consultations|people|places|events|directory|broadcasts))\/|^(botbuilder.*|twilio|pg)$/,
  },
  {
    why: 'HTTP is for whoever mounts something on it',
    from: /^src\/http\//,
    never: /^(dialogs|src\/(database|channels|console|bot))\/|^(botbuilder.*|twilio|pg)$/,
  },
];

test.each(rules)('$why', ({ from, except, never, typesIn }) => {
  const held = imports.filter((one) => from.test(one.from) && !except?.test(one.from) && !(one.typesOnly && typesIn?.test(one.from)));
  const broken = held.filter((one) => never.test(one.to));
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

test('a channel does not know another', () => {
  const broken = imports.filter((one) => {
    const [, ours] = channel.exec(one.from) ?? [];
    const [, theirs] = channel.exec(one.to) ?? [];
    return ours && theirs && ours !== theirs;
  });
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

test('a feature knows another by its index alone', () => {
  const broken = imports.filter((one) => {
    const [, ours] = feature.exec(one.from) ?? [];
    const [, theirs] = feature.exec(one.to) ?? [];
    return ours && theirs && ours !== theirs && !one.to.endsWith('/index.ts') && !one.typesOnly;
  });
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

test('the one place where everything meets is started and imported by nobody else', () => {
  const starts = /^(src\/(main|cli)\.ts|src\/cli\/|test\/|bench\/)/;
  const broken = everywhere.filter((one) => entry.test(one.to) && !starts.test(one.from));
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

/** Each outside library has one home, so that it can be replaced there. A type may be named elsewhere. */
const homes: Readonly<Record<string, RegExp>> = {
  '@microsoft/recognizers-text-suite': /^src\/language\/hearing\//,
  '@prisma/adapter-pg': /^src\/database\//,
  '@prisma/client': /^src\/database\//,
  '@prisma/driver-adapter-utils': /^src\/database\//,
  '@prisma/schema-engine-wasm': /^src\/database\//,
  // Its adapter for Teams is loaded where there is Teams: it brings 7 MB that nobody else uses.
  botbuilder: /^src\/channels\/teams\//,
  'botbuilder-core': /^src\/bot\//,
  // By file, in one place: see there.
  'botbuilder-dialogs': /^dialogs\/sdk\.ts$/,
  'botframework-connector': /^src\/channels\//,
  commander: entry,
  'csv-stringify': /^src\/files\//,
  'graphile-worker': /^src\/jobs\//,
  'csv-parse': /^src\/(files\/table|people\/import\/|events\/import\/)/,
  fflate: /^src\/cli\//,
  'ical.js': /^src\/events\//,
  helmet: /^src\/http\//,
  'intl-messageformat': /^src\/language\//,
  jsonwebtoken: /^src\/channels\/webchat\//,
  'libphonenumber-js': /^src\/(people|channels\/sms)\//,
  nunjucks: /^src\/console\//,
  pg: /^src\/database\//,
  pino: /^src\/log\.ts$/,
  postcode: /^src\/(language|places)\//,
  'prom-client': /^src\/http\//,
  'rate-limiter-flexible': /^src\/http\//,
  restify: /^src\/http\//,
  'restify-errors': /^src\/(http|channels|console)\//,
  'sms-segments-calculator': /^src\/channels\/sms\//,
  twilio: /^src\/channels\/sms\//,
  undici: /^src\/(channels|fetching)\//,
  'write-excel-file': /^src\/consultations\/export\//,
  ws: /^src\/channels\/webchat\//,
  yaml: /^src\/(files\/|\w+\/(file\/|import\/))|^src\/sample/,
  zod: /^src\//,
};

test('each outside library is used in its home alone', () => {
  const used = imports.filter((one) => one.kind === 'package');
  const broken = used.filter((one) => (homes[one.to] ? !one.typesOnly && !homes[one.to]?.test(one.from) : true));
  expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});

test('the time comes in: only the process itself asks the clock', () => {
  const asks = /\bDate\.now\(\)|\bnew Date\(\)/;
  const broken = code
    .filter(({ path }) => !entry.test(path))
    .flatMap((file) => linesLike({ ...file, text: withoutComments(file.text) }, asks));
  expect(broken).toEqual([]);
});

test('nothing is said past the log: the command line alone writes to the terminal', () => {
  const broken = code
    .filter(({ path }) => !entry.test(path))
    .flatMap((file) => linesLike({ ...file, text: withoutComments(file.text) }, /\bconsole\.\w+\(/));
  expect(broken).toEqual([]);
});

test('no file keeps anything that changes', () => {
  const changeable = /^(export )?(let|var)\b|^(export )?const \w+(: [^=]+)? = (new (Map|Set|WeakMap|WeakSet)(<[^>]*>)?\(\)|\[\]|\{\});?$/;
  expect(code.flatMap((file) => linesLike(file, changeable))).toEqual([]);
});
