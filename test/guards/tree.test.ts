import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { isTest, linesLike, listFiles, repository, type SourceFile, textFiles, typescriptFiles } from './sourceFiles.ts';

const files = listFiles();
const ours = files.filter((path) => /^(src|dialogs|test|bench|bin)\//.test(path));
const typescript = typescriptFiles();
const thisFile = /^test\/guards\//;

const lengthOf = ({ text }: SourceFile) => text.trimEnd().split('\n').length;

test('files are named in camelCase, for the one thing inside, or for a language', () => {
  const named = /^([a-z][a-zA-Z0-9]*(\.test)?|[a-z]{2}-[A-Z]{2})\.(ts|js)$/;
  expect(ours.filter((path) => /\.(ts|js|mts|cts|mjs|cjs|tsx|jsx)$/.test(path) && !named.test(basename(path)))).toEqual([]);
});

test('no file or folder is named for nothing in particular', () => {
  const vague = /^(.*[a-z])?(utils?|helpers?|common|managers?|misc|shared|data|info|impl)$/i;
  const parts = new Set(
    ours.flatMap((path) => path.split('/').map((part, at, all) => (at === all.length - 1 ? (part.split('.')[0] ?? '') : part))),
  );
  expect([...parts].filter((part) => vague.test(part))).toEqual([]);
});

test('no file is over 300 lines', () => {
  expect(typescript.filter((file) => lengthOf(file) > 300).map(({ path }) => path)).toEqual([]);
});

test('what a document names is there', () => {
  const documents = textFiles().filter(({ path }) => path === 'README.md' || path.startsWith('docs/'));
  const missing = documents.flatMap((document) =>
    namedIn(document)
      .filter((path) => !existsSync(join(repository, path)))
      .map((path) => `${document.path} names ${path}`),
  );
  expect(missing).toEqual([]);
});

/** Paths in code spans (`src/…`) and links; one with a placeholder in it (`<name>`, `*`, `NNNN`, `…`) names no file. */
function namedIn({ path, text }: SourceFile): readonly string[] {
  const spans = [...text.matchAll(/`((?:src|dialogs|prisma|locales|test|manifest|bench|docs|bin)\/[^`\s]*)`/g)].map(
    ([, named = '']) => named,
  );
  const links = [...text.matchAll(/\]\((?!\w+:|#|\/)([^)#\s]+)[^)]*\)/g)].map(([, named = '']) => join(dirname(path), named));
  return [...spans, ...links].filter((named) => !/[<>*{}…]|NNNN|\.\.\./.test(named)).map((named) => named.replace(/:\d+$/, ''));
}

test('nothing is exported without a name, except where a tool asks for it', () => {
  const asked = /^(test\/setup\/(start|stop|summary)\.ts|prisma\.config\.ts)$/;
  const broken = typescript
    .filter(({ path }) => !asked.test(path))
    .flatMap((file) => linesLike(file, /^export default\b|^export \{.*\bas default\b/));
  expect(broken).toEqual([]);
});

test('no test is switched off, and none runs alone', () => {
  const off = /\b(test|it|describe)\.(skip|only|todo|failing|concurrent\.(skip|only))\b|^\s*(xit|xtest|xdescribe|fit|fdescribe)\(/;
  expect(typescript.filter(({ path }) => isTest(path)).flatMap((file) => linesLike(file, off))).toEqual([]);
});

test('nothing waits for a length of time in a test', () => {
  const waits = /\bsetTimeout\(\s*(\w+|\(\) =>)|\bsleep\(\d/;
  const allowed = /^test\/setup\//;
  const broken = typescript
    .filter(({ path }) => isTest(path) && !allowed.test(path) && !thisFile.test(path))
    .flatMap((file) => linesLike(file, waits));
  expect(broken).toEqual([]);
});

test("no file names a place on somebody's machine", () => {
  const place = /(^|[\s'"`(=:])(\/home\/\w|\/Users\/\w|\/root\/\w|\/work\/\w|\/mnt\/\w|[A-Z]:\\\w)/;
  expect(
    textFiles()
      .filter(({ path }) => !thisFile.test(path))
      .flatMap((file) => linesLike(file, place)),
  ).toEqual([]);
});

/** Ofcom's numbers for drama, which nobody has: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const drama = /^(?:\+44|0)(?:7700900\d{0,3}|1632960\d{3}|2079460\d{3}|8081570\d{3}|3069990\d{3})$/;
/** Twilio's numbers for tests, which reach nobody: https://www.twilio.com/docs/iam/test-credentials */
const magic = /^\+1500555\d{4}$/;

test('no test and no sample holds the number of a real person', () => {
  const written = /(?<![\w.+:-])(?:\+\d{1,3}|0\d)(?:[ ()-]?\d){8,12}(?![\w.-])/g;
  const held = textFiles().filter(({ path }) => /^(test|prisma\/sample|bench)\//.test(path));
  const broken = held.flatMap(({ path, text }) =>
    [...text.matchAll(written)]
      .map(([number]) => number)
      .filter((number) => ![drama, magic].some((range) => range.test(number.replace(/[ ()-]/g, '').replace(/^(?:0044|\+440)/, '+44'))))
      .map((number) => `${path}: ${number}`),
  );
  expect(broken).toEqual([]);
});
