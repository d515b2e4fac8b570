import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folkmoot } from '../cli/folkmoot.ts';
import { anOpenTown, type OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer } from './aServer.ts';

const { folder, start, clearUp } = createJourney();
const here = folder();
let town: OpenTown;
let server: RunningServer;
beforeAll(async () => {
  town = await anOpenTown(here);
  server = await start(town.environment);
  for (const who of ['ann', 'bob']) await officer('staff', 'add', `${who}@thornby.example`, '--role', 'officer');
});
afterAll(async () => {
  await clearUp();
  await town.close();
});

const officer = async (...words: readonly string[]) => {
  const { code, out, err } = await folkmoot(town.environment, words, { cwd: here });
  if (code !== 0) throw new Error(err);
  return out;
};
const says = async (from: string, body: string) => (await server.text({ from, body, id: `SM${randomUUID()}` })).texts.join('\n');
const answers = async (from: string) => {
  for (const body of ['swings', 'begin', 'Every week', '4', 'no', 'send']) await says(from, body);
};

test(
  'somebody who answered is handed all that is held about them, and it is erased while the server runs',
  async () => {
    await answers('+447700900020');
    const exported = JSON.parse(await officer('person', 'export', '07700 900020')) as { held: Record<string, object[]> };
    expect(exported.held).toMatchObject({ ContactPoint: [{ address: '+447700900020' }], Response: [{ consultationKey: 'swings' }] });
    expect(exported.held.Answer).not.toHaveLength(0);
    await officer('person', 'export', '07700 900020', '--out', 'theirs.json', '--as', 'ann@thornby.example');
    expect((await stat(join(here, 'theirs.json'))).mode & 0o077).toBe(0);

    await expect(officer('person', 'erase', '07700 900020')).rejects.toThrow(/1 Response.*Nothing was erased.*--yes/s);
    expect(await officer('person', 'erase', '07700 900020', '--yes')).toMatch(/^Erased.*1 Response/s);
    await expect(officer('person', 'export', '07700 900020')).rejects.toThrow(/^Nothing is held about 07700 900020/);
    await expect(officer('person', 'erase', '07700 900020', '--yes', '--as', 'eve@thornby.example')).rejects.toThrow('no member of staff');
    expect(await officer('staff', 'audit')).toMatch(/command line {2}person erased .*\n.*ann@thornby\.example {2}person exported/);
    expect(await says('+447700900020', 'swings')).toMatch(/Other languages.*Your swings/s);
  },
  journeyMs,
);

test(
  'an officer writes what came of it, another approves it, and whoever asks is told',
  async () => {
    await officer('consultation', 'close', 'swings');
    const file = join(here, 'feedback.yaml');
    const decidedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const lines = `consultation: swings\nauthor: ann@thornby.example\ndecidedOn: ${decidedOn}\nasked: Which swings?\nsaid: The red ones.\n`;
    await writeFile(file, `${lines}did:\n`);
    await expect(officer('consultation', 'feedback', file)).rejects.toThrow(
      /feedback\.yaml was refused, 1 fault:\n {2}line 6, did: missing/,
    );
    await writeFile(file, `${lines}did: We paint them.\n`);
    expect(await officer('consultation', 'feedback', file)).toMatch(
      /We did: We paint them\..*0 people would get it now.*consultation approve swings/s,
    );
    expect(await says('+447700900021', 'swings')).not.toMatch(/red ones/);
    expect(await officer('consultation', 'approve', 'swings')).toMatch(/You said: The red ones\..*Written by ann@thornby\.example/s);
    await expect(officer('consultation', 'approve', 'swings', '--as', 'ann@thornby.example')).rejects.toThrow(
      'somebody else has to approve',
    );
    expect(await officer('consultation', 'approve', 'swings', '--as', 'bob@thornby.example')).toMatch(/^swings: approved/);
    expect(await officer('consultation', 'list')).toMatch(/^swings +SWINGS +reported/m);
    expect(await officer('broadcast', 'list')).toMatch(/^swings-outcome +(scheduled|sending|sent)/m);
    expect(await says('+447700900021', 'swings')).toMatch(/You said: The red ones\. We did: We paint them\./);
    const page = await fetch(`${server.url}/c/swings`);
    expect(await page.text()).toMatch(/We did: We paint them\./);
  },
  journeyMs,
);
