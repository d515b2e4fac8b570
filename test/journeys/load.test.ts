import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { withClient } from '#database/client.ts';
import { pause } from '#database/embedded/postmaster.ts';
import { aLine } from '../database/turnLog/aLine.ts';
import { anOpenTown, type OpenTown, secretKey } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer, until } from './aServer.ts';
import { expectAllKept, recorded, sayEverything, sendTo, somePeople } from './people.ts';

const { folder, start, clearUp } = createJourney();
let town: OpenTown;
beforeAll(async () => {
  town = await anOpenTown(folder());
});
afterAll(async () => {
  await clearUp();
  await town.close();
});

const timeIt = async <T>(work: Promise<T>): Promise<{ ms: number; result: T }> => {
  const began = performance.now();
  const result = await work;
  return { ms: performance.now() - began, result };
};

describe('two servers on one database', () => {
  let servers: readonly [RunningServer, RunningServer];
  beforeAll(async () => {
    servers = await Promise.all([start(town.environment), start(town.environment)]);
  });
  afterAll(() => Promise.all(servers.map((server) => server.end('SIGTERM'))));

  test(
    'texts of the same people come to both in turn: every question is asked once',
    async () => {
      const people = somePeople(30);
      let next = 0;
      await sayEverything(people, {
        send: (said) => {
          next += 1;
          return (servers[next % 2] ?? servers[0]).text(said);
        },
      });
      await expectAllKept(town.url, people);
    },
    journeyMs,
  );

  test(
    'every text comes to both at the same time: both give the same reply, and it is heard once',
    async () => {
      const people = somePeople(30, 100);
      await sayEverything(people, {
        send: async (said) => {
          const [one, other] = await Promise.all(servers.map((server) => server.text(said)));
          expect(one).toEqual(other);
          return one as NonNullable<typeof one>;
        },
      });
      await expectAllKept(town.url, people);
    },
    journeyMs,
  );

  test(
    'connections to the database that are ended in the middle of it all are not noticed',
    async () => {
      const people = somePeople(40, 200);
      let over = false;
      const load = sayEverything(people, {
        send: sendTo(servers[0]),
        onRefused: (reason, said) => {
          throw new Error(`${said.id} was not taken`, { cause: reason });
        },
      }).finally(() => {
        over = true;
      });
      while (!over) {
        await withClient(town.url, (client) =>
          client.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'folkmoot turns'",
          ),
        );
        await pause(20);
      }
      await load;
      await expectAllKept(town.url, people);
    },
    journeyMs,
  );
});

test(
  'the database goes away in the middle of a load, hangs, and comes back: 503 and when to try again, then all goes on by itself',
  async () => {
    const line = await aLine(town.url);
    const server = await start({ ...town.environment, DATABASE_URL: line.url });
    const people = somePeople(30, 300);
    let mended: Promise<void> = Promise.resolve();
    let cut = false;
    const refusals: unknown[] = [];
    const load = sayEverything(people, {
      send: sendTo(server),
      onAcknowledged(total) {
        if (total < 60 || cut) return;
        cut = true;
        mended = away();
      },
      async onRefused(answer) {
        refusals.push(answer);
        await mended;
        return true;
      },
    });
    async function away(): Promise<void> {
      await line.cut();
      expect(await server.get('/readyz')).toMatchObject({ status: 503 });
      expect(await server.get('/')).toMatchObject({ status: 503, body: '{"code":"ServiceUnavailable","message":"the database is away"}' });
      expect((await server.get('/')).headers.get('retry-after')).toBe('5');
      expect(await server.get('/healthz')).toMatchObject({ status: 200 });
      await line.mend();
    }
    await load;
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals).toEqual(refusals.map(() => ({ status: 503, texts: [], retryAfter: '5' })));
    await expectAllKept(town.url, people);

    line.hold();
    const ready = await timeIt(server.get('/readyz'));
    expect([ready.result.status, ready.ms < 3_000]).toEqual([503, true]);
    const said = { from: '+447700900399', body: 'SWINGS', id: `SM${randomUUID()}` };
    const refused = await timeIt(server.text(said));
    expect(refused.result).toEqual({ status: 503, texts: [], retryAfter: '5' });
    expect(refused.ms).toBeLessThan(12_000);
    await line.mend();
    await until(async () => (await server.get('/readyz')).status === 200);
    expect((await server.text(said)).texts.join()).toContain('Your swings');
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
    await line.close();
  },
  journeyMs,
);

test(
  'asked to stop in the middle of a load, it answers every text that it has heard, and ends within seconds',
  async () => {
    const server = await start(town.environment);
    const people = somePeople(100, 400);
    let asked: ReturnType<RunningServer['end']> | undefined;
    await sayEverything(people, {
      send: sendTo(server),
      onAcknowledged(total) {
        if (total === 150) asked = server.end('SIGTERM');
      },
      onRefused: () => false,
    });
    const ended = await asked;
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended?.ms).toBeLessThan(5_000);
    const acknowledged = people.flatMap((person) => person.acknowledged);
    const theirs = new Set(people.flatMap(({ said }) => said.map(({ id }) => id)));
    expect((await recorded(town.url)).heard.filter((id) => theirs.has(id)).toSorted()).toEqual(acknowledged.toSorted());
    await expectAllKept(town.url, people);
    const left = await withClient(town.url, (client) =>
      client.query(
        "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'folkmoot%'",
      ),
    );
    expect(left.rows).toEqual([]);
  },
  journeyMs,
);

test(
  'callers that mean no good do not keep a text from being heard',
  async () => {
    const server = await start(town.environment);
    const sockets: Socket[] = [];
    const open = async (words: string) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      sockets.push(socket);
      await once(socket, 'connect');
      socket.write(words);
    };
    const half =
      'POST /api/sms/inbound HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nBody=';
    const bomb = `GET / HTTP/1.1\r\n${Array.from({ length: 3000 }, (_, n) => `X-${n}: ${'a'.repeat(100)}\r\n`).join('')}\r\n`;
    await Promise.all(Array.from({ length: 500 }, () => open('')));
    await Promise.all(Array.from({ length: 100 }, () => open(half)));
    await Promise.all(Array.from({ length: 20 }, () => open(bomb)));
    await Promise.all(Array.from({ length: 20 }, () => open('nonsense\r\n\r\n\u0000\u0001')));

    const people = somePeople(10, 500);
    const { ms } = await timeIt(sayEverything(people, { send: sendTo(server) }));
    expect(ms).toBeLessThan(5_000);
    await expectAllKept(town.url, people);
    expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    for (const socket of sockets) socket.destroy();
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
  },
  journeyMs,
);

describe('what stays behind', () => {
  const people = somePeople(20, 600);
  let server: RunningServer;
  beforeAll(async () => {
    server = await start({ ...town.environment, LOG_LEVEL: 'trace' });
    await sayEverything(people, { send: sendTo(server) });
    const bad = { from: '+447700900666', body: 'The bus from NN9 5UR', id: '' };
    await server.text(bad);
    await server.get('/nothing?from=%2B447700900666');
    await server.end('SIGTERM');
  });

  test(
    'in the log: ids only, never who said it, what was said, or where they live',
    () => {
      const log = server.log.join('\n');
      expect(log.match(/"msg":"turn"/g)?.length).toBe(people.length * 7);
      expect(log).not.toMatch(/7700 ?900|NN9|The bus|SWINGS|rarely|Your swings/i);
      expect(log).not.toContain(secretKey);
      const turn = server.log.find((line) => line.includes('"msg":"turn"')) ?? '';
      expect(Object.keys(JSON.parse(turn)).toSorted()).toEqual([
        'channel',
        'conversation',
        'level',
        'ms',
        'msg',
        'outcome',
        'time',
        'turn',
      ]);
    },
    journeyMs,
  );

  test(
    'in the database: a number and the root key nowhere in clear',
    async () => {
      const tables = await withClient(town.url, (client) =>
        client.query<{ name: string }>(
          "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
        ),
      );
      expect(tables.rows.length).toBeGreaterThan(8);
      const hex = (text: string) => Buffer.from(text).toString('hex');
      const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');
      const never = ['7700900', hex('7700900'), base64('+447700900'), secretKey, hex(secretKey)];
      for (const { name } of tables.rows) {
        const dump = await withClient(town.url, (client) => client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`));
        const text = dump.rows.map(({ line }) => line).join('\n');
        for (const secret of never) expect(text.includes(secret) ? `${name} shows ${secret}` : 'fine').toBe('fine');
      }
    },
    journeyMs,
  );

  test(
    'the same number is one contact point, sealed differently every time and found by its hash',
    async () => {
      const points = await withClient(town.url, (client) =>
        client.query<{ lookup: string; address: string }>(
          "SELECT encode(lookup, 'hex') AS lookup, encode(address, 'hex') AS address FROM contact_point",
        ),
      );
      expect(new Set(points.rows.map(({ lookup }) => lookup)).size).toBe(points.rows.length);
      expect(points.rows.every(({ lookup }) => lookup.length === 64)).toBe(true);
      expect(new Set(points.rows.map(({ address }) => address)).size).toBe(points.rows.length);
    },
    journeyMs,
  );
});
