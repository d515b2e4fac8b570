import { availableParallelism, loadavg } from 'node:os';
import { withClient } from '#database/client.ts';
import { emptyDatabase } from '#test/setup/database.ts';
import { createJourney, journeyMs, until } from './aServer.ts';

const { folder, run, start, databaseRuns, clearUp } = createJourney();
afterAll(clearUp);

let count = 0;
const id = () => {
  count += 1;
  return `SM${String(count).padStart(32, '0')}`;
};

/** Among how many that want it each processor is shared: other tests, other work of the machine. */
const shared = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

test(
  'from nothing: ready within ten seconds, a first page, a sample town to answer; and gone without a trace when asked',
  async () => {
    const dataDir = folder();
    const server = await start({ DATA_DIR: dataDir });
    expect(server.startMs).toBeLessThan(10_000 * shared());
    expect(await server.get('/readyz')).toMatchObject({ status: 200, body: '{"ready":true}' });
    const page = await server.get('/');
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/<h1>Tell your council what you think<\/h1>.*data-say="PARKS"/s);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

    const from = '+447700900001';
    expect((await server.text({ from, body: 'PARKS', id: id() })).texts.join('\n')).toMatch(/park/i);
    expect((await server.get('/metrics')).body).toContain('folkmoot_turns_total{channel="sms",outcome="recorded"} 1');

    const { code, ms } = await server.end('SIGTERM');
    expect([code, server.log.at(-1)]).toEqual([0, expect.stringContaining('"msg":"stopped"')]);
    expect(ms).toBeLessThan(5_000 * shared());
    expect(await databaseRuns(dataDir)).toBe(false);

    const again = await start({ DATA_DIR: dataDir });
    expect((await again.text({ from, body: 'what?', id: id() })).texts).toHaveLength(1);
    expect((await again.get('/')).body).toContain('data-say="PARKS"');
    again.child.kill('SIGINT');
    expect(await again.end('SIGINT')).toMatchObject({ code: 0, signal: null });
    expect(await databaseRuns(dataDir)).toBe(false);
  },
  journeyMs,
);

test(
  'asked to stop while it starts, it stops, and leaves no database running',
  async () => {
    const dataDir = folder();
    const { child, ended, log } = run([process.execPath, 'src/main.ts'], { DATA_DIR: dataDir, PORT: '0' });
    await until(() => databaseRuns(dataDir));
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    expect([await ended, log]).toMatchObject([{ code: 0, signal: null }, expect.not.arrayContaining([expect.stringContaining('"ready"')])]);
    expect(await databaseRuns(dataDir)).toBe(false);
  },
  journeyMs,
);

test(
  'under npm too a request to stop reaches it, and no process stays',
  async () => {
    const dataDir = folder();
    const server = await start({ DATA_DIR: dataDir }, ['npm', 'start']);
    const { code, signal } = await server.end('SIGTERM');
    await until(async () => !(await databaseRuns(dataDir)));
    expect(server.log.at(-1)).toContain('"msg":"stopped"');
    expect([code, signal]).toEqual([0, null]);
    await expect(server.get('/healthz')).rejects.toThrow();
  },
  journeyMs,
);

test(
  'a port that is taken: it says so, and stops what it started',
  async () => {
    const { url, close } = await emptyDatabase();
    const first = await start({ DATABASE_URL: url, DATA_DIR: folder() });
    const dataDir = folder();
    const { ended, log } = run([process.execPath, 'src/main.ts'], { DATA_DIR: dataDir, PORT: String(first.port) });
    expect(await ended).toMatchObject({ code: 1 });
    expect(log).toContain(`Folkmoot could not start. Port ${first.port} is in use: stop what uses it, or set PORT to another.`);
    expect(await databaseRuns(dataDir)).toBe(false);
    await first.end('SIGTERM');
    await close();
  },
  journeyMs,
);

test(
  'two that start at once on one empty database load one sample town',
  async () => {
    const { url, close } = await emptyDatabase();
    const both = await Promise.all([0, 1].map(() => start({ DATABASE_URL: url, DATA_DIR: folder(), SECRET_KEY: 'k'.repeat(32) })));
    const counts = await withClient(url, (client) =>
      client.query(
        'SELECT count(*)::int AS versions, count(DISTINCT consultation_key)::int AS consultations, count(published_at)::int AS published FROM consultation_version',
      ),
    );
    const [{ versions, consultations, published }] = counts.rows as [{ versions: number; consultations: number; published: number }];
    expect(consultations).toBeGreaterThan(0);
    expect([versions, published]).toEqual([consultations, consultations]);
    expect(await Promise.all(both.map((server) => server.end('SIGTERM')))).toMatchObject([{ code: 0 }, { code: 0 }]);
    await close();
  },
  journeyMs,
);

describe('in production', () => {
  const production = { NODE_ENV: 'production', PORT: '0', PUBLIC_URL: 'https://folkmoot.example.org' };

  test(
    'without SECRET_KEY there is no start, and nothing is made',
    async () => {
      const dataDir = folder();
      const { ended, log } = run([process.execPath, 'src/main.ts'], { ...production, DATA_DIR: dataDir });
      expect(await ended).toMatchObject({ code: 1 });
      expect(log.join('\n')).toMatch(/^Folkmoot could not start\. .*SECRET_KEY must be set in production/s);
      expect(await databaseRuns(dataDir)).toBe(false);
    },
    journeyMs,
  );

  test(
    'without a token text messages are off, and it says so; no sample town is loaded',
    async () => {
      const { url, close } = await emptyDatabase();
      const server = await start({
        ...production,
        SECRET_KEY: 'k'.repeat(32),
        DATABASE_URL: url,
        DATA_DIR: folder(),
        TWILIO_AUTH_TOKEN: '',
      });
      expect(server.log.join('\n')).toContain('text messages are off: set TWILIO_AUTH_TOKEN');
      expect((await server.text({ from: '+447700900001', body: 'PARKS', id: id() })).status).toBe(404);
      const page = await server.get('/');
      expect(page.body).toContain('Nothing is open just now.');
      expect(page.body).not.toContain('npm run');
      await server.end('SIGTERM');
      await close();
    },
    journeyMs,
  );

  test(
    'a database that is not there: it says so and ends',
    async () => {
      const { ended, log } = run([process.execPath, 'src/main.ts'], {
        ...production,
        SECRET_KEY: 'k'.repeat(32),
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
        DATA_DIR: folder(),
      });
      expect(await ended).toMatchObject({ code: 1 });
      expect(log.join('\n')).toMatch(/^Folkmoot could not start\. /);
    },
    journeyMs,
  );
});
