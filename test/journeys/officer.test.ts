import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parks } from '../bot/parks.ts';
import { folkmoot } from '../cli/folkmoot.ts';
import { aLine } from '../database/turnLog/aLine.ts';
import { anOpenTown, type OpenTown } from './anOpenTown.ts';
import { createJourney, journeyMs, type RunningServer, until } from './aServer.ts';

const { folder, run, start, clearUp } = createJourney();
let town: OpenTown;
let server: RunningServer;
beforeAll(async () => {
  town = await anOpenTown(folder());
  server = await start(town.environment);
});
afterAll(async () => {
  await clearUp();
  await town.close();
});

const officer = async (...words: readonly string[]) => {
  const { code, out, err } = await folkmoot(town.environment, words);
  if (code !== 0) throw new Error(err);
  return out;
};
const says = async (from: string, body: string) => (await server.text({ from, body, id: `SM${randomUUID()}` })).texts.join('\n');
const written = async (text: string) => {
  const file = join(folder(), 'consultation.yaml');
  await writeFile(file, text);
  return file;
};

test(
  'a consultation by text, from the keyword to the results',
  async () => {
    const from = '+447700900010';
    const chat: string[] = [];
    for (const body of ['swings', 'begin', 'the third one', 'No bus & <nothing> else', 'BACK', 'There is no bus', '4', 'yes', '2', 'send'])
      chat.push(await says(from, body));
    const [, first, second, third, again, thirdAgain, offer, aboutYou, check, thanks] = chat;
    expect(first).toMatch(/1\/2 How often do you use a park\?\n1 Every week\n2 Every month\n3 Hardly ever/);
    expect(second).toMatch(/2\/3 What stops you\?/);
    expect([third, thirdAgain]).toEqual([expect.stringMatching(/3\/3 You said Hardly ever/), third]);
    expect(again).toMatch(/2\/3 What stops you\?/);
    expect(offer).toMatch(/1 .*\n2 /);
    expect(aboutYou).toMatch(/How old are you\?\n1 Under 25\n2 25 or over/);
    expect(check).toMatch(/1 Send/);
    const reference = /Your reference is ([A-Z\d]{8})/.exec(thanks ?? '')?.[1];

    const results = JSON.parse(await officer('consultation', 'results', 'swings', '--format', 'json')) as { counts: object };
    expect(results).toMatchObject({ counts: { submitted: 1 } });
    const csv = await officer('consultation', 'results', 'swings');
    expect(csv).toMatch(new RegExp(`${reference}.*rarely.*There is no bus.*4`));
    expect(csv).not.toMatch(/7700900|o25/);
    expect(await says(from, 'SWINGS')).toMatch(/You have answered "?Your swings/);
  },
  journeyMs,
);

test(
  'what an officer opens, edits and closes while the server runs holds at the very next text',
  async () => {
    const [early, late] = ['+447700900020', '+447700900021'];
    const file = await written(parks(new Date(), { key: 'buses', keyword: 'BUSES', title: 'Your buses' }));
    expect(await says(early, 'BUSES')).not.toContain('Your buses. Help');
    await officer('consultation', 'import', file);
    expect(await says(early, 'BUSES')).not.toContain('Your buses. Help');
    await officer('consultation', 'publish', 'buses');
    expect(await says(early, 'BUSES')).toContain('Your buses. Help');
    expect(await says(early, 'begin')).toContain('How often do you use a park?');

    const edited = parks(new Date(), { key: 'buses', keyword: 'BUSES', title: 'Your buses' }).replace(
      'How often do you use a park?',
      'How often do you take a bus?',
    );
    await officer('consultation', 'import', await written(edited));
    await officer('consultation', 'publish', 'buses');
    await says(late, 'BUSES');
    expect(await says(late, 'begin')).toContain('How often do you take a bus?');
    expect(await says(early, '?')).toContain('How often do you use a park?');
    expect((await server.get('/')).body).toContain('data-say="BUSES"');

    await officer('consultation', 'close', 'buses');
    expect(await says(early, '1')).toMatch(/Your buses"? closed on/);
    expect(await says(late, 'BUSES')).toMatch(/Your buses"? closed on/);
    expect((await server.get('/')).body).not.toContain('data-say="BUSES"');
    expect(server.log.filter((line) => line.includes('turn failed'))).toEqual([]);
  },
  journeyMs,
);

const talks = [
  'polski',
  'swings',
  '1',
  'co?',
  '',
  'Hardly ever',
  'BACK',
  '3',
  "It's 2 far – & “dear”",
  '9',
  '5',
  '2',
  '1',
  'START',
  'STOP',
  'hello',
  'UNSTOP',
  'menu',
  '👍',
  'x'.repeat(1_500),
];

test.each([
  ['in English', talks.slice(1)],
  ['in Polish', talks],
])(
  'talking in the terminal is the same conversation as texting, %s',
  async (_, said) => {
    const from = `+447700900${said.length + 30}`;
    const byText: string[][] = [];
    for (const body of said) byText.push([...(await server.text({ from, body, id: `SM${randomUUID()}` })).texts]);
    const { code, out, err } = await folkmoot(town.environment, ['talk', '--as', 'sms'], { input: said.join('\n') });
    expect([code, err]).toEqual([0, '']);
    const masked = (text: string) => text.replace(/[A-Z\d]{8}(?=\.)/g, 'REFERENCE');
    expect(heardInTerminal(out).map((texts) => texts.map(masked))).toEqual(byText.map((texts) => texts.map(masked)));
  },
  journeyMs,
);

/** The texts that a terminal shows after each thing said. */
function heardInTerminal(out: string): readonly (readonly string[])[] {
  return out
    .split(/^> .*\n/m)
    .slice(1)
    .map((answer) =>
      answer
        .split(/^ {2}\(\d+ characters, \d+ parts?\)\n/m)
        .filter((text) => text !== '')
        .map((text) => text.trimEnd().replaceAll(/^< /gm, '')),
    );
}

test(
  'where the database goes away in the middle of a talk, it says so and ends',
  async () => {
    const line = await aLine(town.url);
    const { child, log, ended } = run([process.execPath, 'src/cli.ts', 'talk'], { ...town.environment, DATABASE_URL: line.url });
    child.stdin?.write('SWINGS\n');
    await until(() => log.some((each) => each.startsWith('< ')));
    await line.cut();
    child.stdin?.write('begin\n');
    expect(await ended).toMatchObject({ code: 1 });
    expect(log.join('\n')).toContain('the database is away');
    await line.close();
  },
  journeyMs,
);
