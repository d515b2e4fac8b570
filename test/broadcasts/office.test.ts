import { Readable } from 'node:stream';
import { teamsTexts } from '#broadcasts/cost.ts';
import { DefinitionRefused, faultInWords } from '#files/fault.ts';
import { parks } from '../bot/parks.ts';
import { aBroadcast, aCouncil, type Council } from './aCouncil.ts';
import { author, monday, second } from './setting.ts';

/** What officers are told where something cannot be done, or would come to nothing. */
let council: Council;
const key = 'parks-2027';

beforeEach(async () => {
  council = await aCouncil({ url: 'http://127.0.0.1:9' });
  await council.consultations.importFile(parks(monday, { key }));
  await council.consultations.publish(key);
});
afterEach(() => council.close());

const draft = (lines: Readonly<Record<string, unknown>> = {}) => council.broadcasts.draft(aBroadcast({ consultation: key, ...lines }));

/** Why something was refused: every fault, or the one reason. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'it was done',
    (reason: Error) =>
      reason instanceof DefinitionRefused
        ? reason.faults.map((fault) => faultInWords(fault).replace(/^line \d+, /, '')).join('\n')
        : reason.message,
  );

test('a broadcast that is over already is refused when it is drafted', async () => {
  expect(await refusal(draft({ starts: '2026-11-01', until: '2026-11-02' }))).toBe('until: is over already; put it later');
});

test('a reminder that would come when all is over is refused, where it is drafted and where it is confirmed late', async () => {
  expect(await refusal(draft({ until: '2026-11-29', reminder: { after: 7, text: 'Again' } }))).toBe(
    'reminder.after: would come on 2026-11-30 10:00, when the broadcast is over (2026-11-30 00:00); take fewer days, or put "until" later',
  );
  await draft({ until: '2026-11-29', reminder: { after: 5, text: 'Again' } });
  council.putForward(3 * 86_400_000);
  expect(await refusal(council.broadcasts.confirm('parks-open', second))).toMatch(
    /^"parks-open" would come to nothing, so draft it again: reminder.after: would come on 2026-12-01/,
  );
});

test('a broadcast all of whose time is such that nobody may be written to is refused', async () => {
  expect(await refusal(draft({ starts: '2026-12-25', until: '2026-12-25' }))).toBe(
    'until: ends before anybody may be written to: from 9 to 20 o’clock, and on no bank holiday; choose other times',
  );
});

test('a reminder whose key is taken is refused with what to do', async () => {
  await draft({ key: 'parks-open-reminder' });
  expect(await refusal(draft({ reminder: { after: 5, text: 'Again' } }))).toBe(
    'reminder: it would be the broadcast "parks-open-reminder", and there is one of that key; choose another key for this one',
  );
});

test('a place with a slip in its key is a fault, once places are known', async () => {
  const audience = { places: ['parish:thornby', 'parish:thronby'] };
  await draft({ audience });
  const imported = 'key,kind,name,code,easting,northing\nparish:thornby,parish,Thornby,,487400,276200\n';
  await council.places.importFrom(Readable.from([imported]), (line, reason) => {
    throw new Error(`line ${line} ${reason}`);
  });
  expect(await refusal(draft({ audience }))).toBe(
    'audience.places[1]: there is no place parish:thronby: none was imported by that key, and no consultation names it',
  );
});

test('what cannot be paused, resumed or cancelled says how it stands, and what can be done', async () => {
  const { broadcasts } = council;
  await draft();
  expect(await refusal(broadcasts.pause('parks-open'))).toBe('"parks-open" is a draft: nobody gets it before it is confirmed.');
  expect(await refusal(broadcasts.resume('parks-open'))).toBe('"parks-open" is not paused: it is a draft.');
  await broadcasts.confirm('parks-open', second);
  expect(await refusal(broadcasts.resume('parks-open'))).toBe('"parks-open" is not paused: it is scheduled.');
  await broadcasts.pause('parks-open');
  expect(await refusal(broadcasts.pause('parks-open'))).toBe('"parks-open" is paused already. To go on: broadcast resume parks-open');
  await broadcasts.cancel('parks-open');
  expect(await refusal(broadcasts.cancel('parks-open'))).toBe('"parks-open" is cancelled already.');
  expect(await refusal(broadcasts.pause('parks-open'))).toBe('"parks-open" is cancelled: nobody else gets it.');
});

test('what is looked at before it is confirmed: what is read on each channel, and the reminder', async () => {
  await council.subscribe(2);
  await draft({ teams: 'Parks, in Teams.', reminder: { after: 5, text: 'Again' } });
  const { counts, texts, reminder } = await council.broadcasts.preview('parks-open');
  const inTeams = counts.map((each) => ({ ...each, channel: 'teams' as const }));
  expect(texts.map(({ text, people, pence }) => ({ text, people, pence }))).toEqual([
    { text: 'Parks: have your say. Reply PARKS.\nTo end these, reply STOP.', people: 2, pence: 8 },
  ]);
  expect(reminder?.texts.map(({ text }) => text)).toEqual(['Again\nTo end these, reply STOP.']);
  const { definition } = (await council.broadcasts.preview('parks-open')).broadcast;
  expect(teamsTexts(definition, inTeams, () => 'To end these, reply STOP.')).toEqual([
    { language: 'en-GB', people: 2, text: 'Parks, in Teams.\nTo end these, reply STOP.' },
  ]);
});

test('once it has begun nobody is told who would get it', async () => {
  await council.subscribe(2);
  await council.send(aBroadcast({ consultation: key }));
  expect(await refusal(council.broadcasts.preview('parks-open'))).toBe(
    '"parks-open" is sending: whom it is for is settled. To see who was told: broadcast report parks-open',
  );
});

test('notices that are confirmed stay so, and only those that are missing are drafted again', async () => {
  const { broadcasts } = council;
  await broadcasts.draftNotices(key, author);
  await broadcasts.confirm(`${key}-closed`, second);
  expect((await broadcasts.draftNotices(key, author)).map((notice) => notice.key)).toEqual([`${key}-week-left`]);
  await broadcasts.confirmNotices(key, second);
  expect(await refusal(broadcasts.draftNotices(key, author))).toBe(
    `The notices of "${key}" are confirmed or cancelled already. To see how they stand: broadcast list`,
  );
});
