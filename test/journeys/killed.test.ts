import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLock } from '#database/embedded/lockFile.ts';
import { findPlace } from '#database/embedded/place.ts';
import { urlOf } from '#database/embedded.ts';
import { parks } from '../bot/parks.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';
import { expectAllKept, recorded, sayEverything, somePeople } from './people.ts';

const { folder, run, start, clearUp } = createJourney();
afterAll(clearUp);

const kills = 3;

test(
  'killed again and again in the middle of a load of texts, it loses nothing that was acknowledged and adds nothing',
  async () => {
    const environment = { DATA_DIR: folder() };
    let server = await start(environment);
    const file = join(folder(), 'swings.yaml');
    await writeFile(file, parks(new Date(), { key: 'swings', keyword: 'SWINGS', title: 'Your swings' }));
    for (const words of [
      ['import', file],
      ['publish', 'swings'],
    ])
      expect(await run([process.execPath, 'src/cli.ts', 'consultation', ...words], environment).ended).toMatchObject({ code: 0 });
    const { cluster, log } = await findPlace(environment.DATA_DIR);
    const databaseUrl = urlOf((await readLock(cluster))?.socketDir ?? '');

    const people = somePeople(50);
    const all = people.flatMap(({ said }) => said).length;
    const at = Array.from({ length: kills }, (_, place) => Math.floor(((place + Math.random()) * all) / kills));
    let back: Promise<RunningServer> = Promise.resolve(server);
    const logs: string[] = [];

    /** Ends the server with no warning, looks into the database, and starts it again. */
    async function killNow(): Promise<RunningServer> {
      const acknowledged = people.flatMap((person) => person.acknowledged);
      expect(await server.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
      expect((await recorded(databaseUrl)).heard).toEqual(expect.arrayContaining(acknowledged));
      logs.push(...server.log);
      server = await start(environment);
      return server;
    }
    await sayEverything(people, {
      send: async (said) => (await back).text(said),
      onAcknowledged(total) {
        if (total < (at[0] ?? Infinity)) return;
        at.shift();
        // Two kills may be due at nearly the same moment: one after the other.
        back = back.then(killNow);
      },
    });
    await back;

    expect(people.every(({ acknowledged, said }) => acknowledged.length === said.length)).toBe(true);
    await expectAllKept(databaseUrl, people);
    logs.push(...server.log);
    expect(logs.filter((line) => line.includes('turn failed'))).toEqual([]);
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(await readLock(cluster)).toBeUndefined();
    expect(await readFile(log, 'utf8')).not.toMatch(/7700900|The bus|NN9/);
  },
  journeyMs,
);
