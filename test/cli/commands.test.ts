import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '#database/pool.ts';
import { emptyDatabase } from '#test/setup/database.ts';
import { parks } from '../bot/parks.ts';
import { anOpenTown, type OpenTown } from '../journeys/anOpenTown.ts';
import { journeyMs } from '../journeys/aServer.ts';
import { folkmoot } from './folkmoot.ts';

let town: OpenTown;
let folder: string;
const run = (...words: readonly string[]) => folkmoot(town.environment, words, { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-cli-'));
  town = await anOpenTown(folder);
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

const fileOf = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return name;
};

describe('help', () => {
  const commands = [
    [],
    ['consultation'],
    ...['import', 'publish', 'close', 'feedback', 'approve', 'list', 'results'].map((each) => ['consultation', each]),
    ['person'],
    ...['export', 'erase'].map((each) => ['person', each]),
    ['database'],
    ...['migrate', 'status', 'new'].map((each) => ['database', each]),
    ['talk'],
  ];
  test(
    'every command explains itself, and opens nothing for it',
    async () => {
      const all = await Promise.all(commands.map((words) => folkmoot({ DATABASE_URL: 'nonsense' }, [...words, '--help'])));
      for (const [place, { code, out, err }] of all.entries()) {
        const words = commands[place] ?? [];
        expect([code, err]).toEqual([0, '']);
        expect(out.startsWith(['Usage: folkmoot', ...words].join(' '))).toBe(true);
      }
      for (const [place, { out }] of all.entries()) {
        const words = commands[place] ?? [];
        const below = commands.filter((other) => other.length === words.length + 1 && words.every((word, at) => other[at] === word));
        for (const each of below) expect(out).toMatch(new RegExp(`^ {2}${each.at(-1)} .*\\w`, 'm'));
      }
    },
    journeyMs,
  );
});

describe('a mistake is said on the error output, with what to do next, and exit code 1', () => {
  test.each([
    ['no such command', ['consultations', 'list'], /unknown command 'consultations'.*consultation.*--help/s],
    ['no such option', ['consultation', 'list', '--all'], /unknown option '--all'.*--help/s],
    ['a word too few', ['consultation', 'publish'], /missing required argument 'key'.*--help/s],
    ['no such format', ['consultation', 'results', 'swings', '--format', 'pdf'], /csv, json, xlsx/],
    ['no such channel', ['talk', '--as', 'pigeon'], /sms/],
    ['no such language', ['talk', '--language', 'xx'], /There is no xx yet\. There are: en-GB, pl, ro, lt\./],
    [
      'no such consultation',
      ['consultation', 'publish', 'nothing'],
      /There is no consultation "nothing"\. To see what there is: consultation list/,
    ],
    [
      'no such consultation to close',
      ['consultation', 'close', 'nothing'],
      /There is no consultation "nothing"\. To see what there is: consultation list/,
    ],
    [
      'no such consultation to read',
      ['consultation', 'results', 'nothing'],
      /There is no consultation "nothing"\. To see what there is: consultation list/,
    ],
    ['no such file', ['consultation', 'import', 'nothing.yaml'], /^nothing\.yaml cannot be read/],
    ['a spreadsheet on a screen', ['consultation', 'results', 'swings', '--format', 'xlsx'], /--out FILE\.xlsx/],
    ['a folder that is not there', ['consultation', 'results', 'swings', '--out', 'no/where/x.csv'], /no\/where\/x\.csv cannot be written/],
  ])('%s', async (_, words, expected) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/^ {4}at |node:internal/m);
  });

  test('no database', async () => {
    const { code, out, err } = await folkmoot({ ...town.environment, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }, [
      'consultation',
      'list',
    ]);
    expect([code, out, err]).toEqual([1, '', 'The database cannot be reached. Check DATABASE_URL, or start the server.\n']);
  });

  test('settings that do not hold', async () => {
    const { code, err } = await folkmoot({ ...town.environment, PORT: 'x', LOG_LEVEL: 'loud' }, ['consultation', 'list']);
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL']) expect(err).toContain(`${name} must be`);
  });
});

describe('a consultation', () => {
  test('that does not hold is refused whole, with every fault, its path and its line', async () => {
    const bad = parks(new Date(), { key: 'Bad Key', keyword: 'STOP' })
      .replace('kind: scale', 'kind: scales')
      .replace('key: weekly', 'key: monthly');
    const file = await fileOf('bad.yaml', bad);
    const before = (await run('consultation', 'list')).out;
    const { code, out, err } = await run('consultation', 'import', file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^bad\.yaml was refused, \d+ faults:\n/);
    for (const path of [/key/, /keyword/, /questions\[0\]\.options\[1\]\.key/, /questions\[2\]\.kind/]) expect(err).toMatch(path);
    expect(err.split('\n').filter((line) => /line \d+/.test(line)).length).toBeGreaterThanOrEqual(4);
    expect((await run('consultation', 'list')).out).toBe(before);
  });

  test('is written, opened, listed and closed', async () => {
    const file = await fileOf('buses.yaml', parks(new Date(), { key: 'buses', keyword: 'BUSES', title: 'Your buses' }));
    expect(await run('consultation', 'import', file)).toEqual({
      code: 0,
      out: 'buses: version 1 is a draft.\nTo open it: consultation publish buses\n',
      err: '',
    });
    expect((await run('consultation', 'list')).out).toMatch(/^buses +BUSES +draft +v1 /m);
    expect(await run('consultation', 'publish', 'buses')).toEqual({ code: 0, out: 'buses: version 1 is published (open now).\n', err: '' });
    expect((await run('consultation', 'list')).out).toMatch(
      /^buses +BUSES +open +v1 .*0 started, 0 partial, 0 submitted, 0 withdrawn +Your buses$/m,
    );
    expect((await run('consultation', 'close', 'buses')).out).toMatch(/^buses: closed since \d{4}-/);
    const again = await run('consultation', 'publish', 'buses');
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/buses was closed.*another key/)]);
  });
});

describe('results', () => {
  beforeAll(async () => {
    const input = ['SWINGS', 'begin', 'hardly ever', '=cmd|x', '4', 'no', 'send'].join('\n');
    expect(await folkmoot(town.environment, ['talk', '--from', '+447700900123'], { input })).toMatchObject({ code: 0, err: '' });
  });

  test('to the screen are the responses alone, and a summary beside them on the error output', async () => {
    const { code, out, err } = await run('consultation', 'results', 'swings');
    expect([code, err]).toEqual([
      0,
      'swings: 0 started, 0 partial, 1 submitted, 0 withdrawn.\nabout you: no totals yet, they are told from 20 responses on, or from 10 once it is over.\n',
    ]);
    const lines = out.trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('rarely');
    expect(out).not.toMatch(/(^|,|")=cmd/m);
    expect(out).not.toContain('7700900');
  });

  test('as JSON are JSON', async () => {
    const { out } = await run('consultation', 'results', 'swings', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ counts: { submitted: 1 } });
    expect(out).not.toContain('7700900');
  });

  test('to files are all that belongs to them', async () => {
    expect(await run('consultation', 'results', 'swings', '--out', 'all.csv')).toMatchObject({ code: 0, out: '' });
    expect(await run('consultation', 'results', 'swings', '--format', 'xlsx', '--out', 'all.xlsx')).toMatchObject({ code: 0, out: '' });
    expect(await run('consultation', 'results', 'swings', '--format', 'json', '--out', 'all.json')).toMatchObject({ code: 0, out: '' });
    expect((await readdir(folder)).filter((name) => name.startsWith('all')).toSorted()).toEqual([
      'all-about-you.csv',
      'all-codebook.csv',
      'all-counts.csv',
      'all.csv',
      'all.json',
      'all.xlsx',
    ]);
    expect((await readFile(join(folder, 'all.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse(await readFile(join(folder, 'all.json'), 'utf8'))).toMatchObject({ counts: { submitted: 1 } });
  });

  test('say of which day the equality totals are, and of how many responses', async () => {
    const pool = createPool(town.environment.DATABASE_URL, () => undefined);
    const rows = [{ code: 'u25', label: 'Under 25', count: 12 }];
    await pool.query(`INSERT INTO about_you_snapshot VALUES ('swings', '2026-11-28T23:30:00Z', 12, $1)`, [
      JSON.stringify([{ question: 'age', text: 'How old are you?', rows }]),
    ]);
    await pool.end();
    const { err } = await run('consultation', 'results', 'swings', '--out', 'later.csv');
    expect(err).toContain('\nabout you: as of 2026-11-28, 12 responses.\n');
    expect(await readFile(join(folder, 'later-about-you.csv'), 'utf8')).toContain('Under 25,12,2026-11-28,12');
  });

  test('may be read to the first line only', async () => {
    const { code, err } = await folkmoot(town.environment, ['consultation', 'results', 'swings', '--format', 'json'], { enough: 1 });
    expect([code, err]).toEqual([0, expect.not.stringContaining('EPIPE')]);
  });
});

describe('talk', () => {
  test('as web chat shows what can be pressed in brackets', async () => {
    const { code, out } = await folkmoot(town.environment, ['talk', '--as', 'webchat'], { input: 'hello' });
    expect([code, out]).toEqual([0, expect.stringMatching(/^< .*\[What is this\?\]$/m)]);
  });

  test('with whoever stops reading in the middle still ends well, and what was said is kept', async () => {
    const input = Array.from({ length: 200 }, () => 'MENU').join('\n');
    const { code, err } = await folkmoot(town.environment, ['talk', '--from', '+447700900124'], { input, enough: 10 });
    expect([code, err]).toEqual([0, '']);
  });
});

test('tables are brought up to date, and their state is told', async () => {
  const { url, close } = await emptyDatabase();
  const environment = { ...town.environment, DATABASE_URL: url };
  expect(await folkmoot(environment, ['database', 'migrate'])).toMatchObject({ code: 0, out: 'The database is up to date.\n', err: '' });
  expect((await folkmoot(environment, ['database', 'status'])).out).toMatch(/^applied {2}\d{14}_first\n/);
  const pool = createPool(url, () => undefined);
  expect((await pool.query('SELECT count(*)::int AS n FROM consultation')).rows).toEqual([{ n: 0 }]);
  await pool.end();
  await close();
});
