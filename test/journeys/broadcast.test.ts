import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { aTwilio, type Twilio } from '../broadcasts/aTwilio.ts';
import { createJourney, journeyMs, type RunningServer, until } from './aServer.ts';

const journey = createJourney();
const accountSid = `AC${'0'.repeat(32)}`;
/** Where nobody may be written to at this hour, the server's clock goes as from the next morning. */
const inWindow = fileURLToPath(new URL('../../bench/processes/inWindow.ts', import.meta.url));
let twilio: Twilio;

beforeAll(async () => {
  twilio = await aTwilio();
});
afterAll(async () => {
  await journey.clearUp();
  await twilio.close();
});

test(
  'an officer tells people by text, they answer, and the report says so',
  async () => {
    const folder = journey.folder();
    const environment = {
      DATA_DIR: folder,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_FROM: '+447700900999',
      TWILIO_API_URL: twilio.url,
      SECRET_KEY: 'a secret key for this journey only, and no other',
    };
    const start = () => journey.start(environment, [process.execPath, '--import', inWindow, 'src/main.ts']);
    const office = async (...words: readonly string[]) => {
      const { log, ended } = journey.run([process.execPath, 'src/cli.ts', ...words], environment);
      expect({ words, code: (await ended).code, log }).toMatchObject({ code: 0 });
      return log.join('\n');
    };

    // The sample town is loaded at the first start; the second begins at once with what is confirmed.
    const first = await start();
    const file = (name: string) => `${folder}/${name}`;
    await writeFile(file('people.csv'), 'phone,language,place,topics,wording\n07700 900123,en,everywhere,consultations,leaflet-1\n');
    const broadcast = {
      key: 'told',
      author: 'ann@thornby.example',
      topic: 'consultations',
      consultation: 'parks-2027',
      text: 'Reply PARKS.',
    };
    await writeFile(file('told.json'), JSON.stringify(broadcast));
    await office('staff', 'add', 'ann@thornby.example', '--role', 'officer');
    await office('staff', 'add', 'bob@thornby.example', '--role', 'officer');
    expect(await office('person', 'import', file('people.csv'))).toContain('1 person, 1 new.');
    await office('broadcast', 'draft', file('told.json'));
    expect(await office('broadcast', 'preview', 'told')).toContain('1 person would get it now.');
    await office('broadcast', 'confirm', 'told', '--as', 'bob@thornby.example');
    await first.end('SIGTERM');

    const server: RunningServer = await start();
    const [text] = await until(async () => {
      const texts = await twilio.texts();
      return texts.length > 0 ? texts : undefined;
    }, 60_000);
    expect(text?.form).toMatchObject({ To: '+447700900123', Body: 'Reply PARKS.\nTo end these, reply STOP.' });
    const { texts } = await server.text({ from: '+447700900123', body: 'PARKS', id: 'SM1' });
    expect(texts.join('\n')).toContain('Your parks in Thornby');
    expect(await until(async () => /1 sms sent/.exec(await office('broadcast', 'report', 'told')), 20_000)).toBeTruthy();
    expect((await server.end('SIGTERM')).code).toBe(0);
    expect((await twilio.counts()).asked).toBe(1);
  },
  2 * journeyMs,
);
