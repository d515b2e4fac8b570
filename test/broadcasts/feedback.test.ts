import { DefinitionRefused, faultInWords } from '#files/fault.ts';
import { until } from '#test/journeys/aServer.ts';
import { parks } from '../bot/parks.ts';
import { aCouncil, type Council } from './aCouncil.ts';
import { notOver } from './aDelivery.ts';
import { aResponse } from './aResponse.ts';
import { aTwilio, type Twilio } from './aTwilio.ts';
import { numberOf } from './people.ts';
import { author, monday, second } from './setting.ts';

let twilio: Twilio;
let council: Council;

beforeEach(async () => {
  twilio = await aTwilio();
  council = await aCouncil(twilio);
  const { key } = await council.consultations.importFile(parks(monday, { key: 'parks-2027' }));
  await council.consultations.publish(key);
});
afterEach(async () => {
  await council.close();
  await twilio.close();
});

const close = () => council.consultations.close('parks-2027');
const said = { en: 'Most of you said Mill Lane.', pl: 'Mill Lane.' };
const aFeedback = (lines: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    consultation: 'parks-2027',
    author,
    decidedOn: '2026-11-20',
    asked: { en: 'What to mend first?', pl: 'Co naprawić?' },
    said,
    did: { en: 'We mend its swings by May.', pl: 'Naprawimy huśtawki do maja.' },
    ...lines,
  });
const state = async () => (await council.consultations.list()).find(({ key }) => key === 'parks-2027')?.state;

test('one officer writes it, another approves it, and everybody who asked is told in their language, once', async () => {
  await close();
  await council.subscribe(3, { topic: 'outcomes' });
  await council.subscribe(2, { topic: 'outcomes', language: 'pl', firstNumber: 100 });
  await council.subscribe(4, { topic: 'consultations', firstNumber: 200 });
  await council.broadcasts.writeFeedback(aFeedback());
  await council.sweep();
  expect([await state(), (await council.deliveries()).length]).toEqual(['closed', 0]);

  await council.broadcasts.approveFeedback('parks-2027', second);
  await council.sweep();
  council.aSender();
  await until(async () => (await twilio.counts()).count === 5);
  await until(async () => (await council.database.prisma.delivery.count({ where: notOver })) === 0);
  const texts = (await twilio.texts()).map(({ form }) => form);
  expect(texts.find(({ To }) => To === numberOf(0))?.Body).toBe(
    'Your parks. You said: Most of you said Mill Lane. We did: We mend its swings by May.\nTo end these, reply STOP.',
  );
  expect(texts.find(({ To }) => To === numberOf(100))?.Body).toMatch(/^Wasze parki.*Naprawimy huśtawki do maja\./);
  expect([await state(), new Set(texts.map(({ To }) => To)).size]).toEqual(['reported', 5]);
  expect((await council.broadcasts.report('parks-2027')).broadcasts.map(({ key }) => key)).toEqual(['parks-2027-outcome']);
});

test('whoever answered and asked to be told is told, and nobody else who asked for that', async () => {
  const [answered] = await council.subscribe(2, { topic: 'outcomes', place: 'answered' });
  const { live } = await council.consultations.catalogueNow();
  const parks = live.find(({ key }) => key === 'parks-2027');
  if (!answered || !parks) throw new Error('nobody answered');
  const at = council.clock();
  const { key, secret } = parks;
  await council.database.prisma.response.create({ data: aResponse(answered, { key, secret, startedAt: at, submittedAt: at }) });
  await close();
  await council.broadcasts.writeFeedback(aFeedback());
  await council.broadcasts.approveFeedback('parks-2027', second);
  await council.sweep();
  council.aSender();
  await until(async () => (await twilio.counts()).count === 1);
  expect((await twilio.texts()).map(({ form: { To, Body } }) => [To, Body])).toEqual([
    [numberOf(0), expect.stringContaining('We did: We mend its swings by May.')],
  ]);
});

test('the words are written until they are approved, and never after', async () => {
  await close();
  await council.broadcasts.writeFeedback(aFeedback({ said: { en: 'Too soon.', pl: 'Za wcześnie.' } }));
  await council.broadcasts.writeFeedback(aFeedback());
  expect((await council.broadcasts.feedback('parks-2027')).outcome.text.en).toMatch(/Most of you said Mill Lane/);
  await expect(council.broadcasts.approveFeedback('parks-2027', author)).rejects.toThrow('somebody else has to approve it');
  await expect(council.broadcasts.approveFeedback('parks-2027', 'nobody@thornby.example')).rejects.toThrow('no member of staff');
  await council.broadcasts.approveFeedback('parks-2027', second);
  await expect(council.broadcasts.approveFeedback('parks-2027', second)).rejects.toThrow('approved and told already');
  await expect(council.broadcasts.writeFeedback(aFeedback())).rejects.toThrow('approved and told already');
});

test('two who approve at the same moment approve once; a broadcast of the same key is never overwritten', async () => {
  await close();
  await council.broadcasts.writeFeedback(aFeedback());
  const both = await Promise.allSettled([second, second].map((email) => council.broadcasts.approveFeedback('parks-2027', email)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await council.database.prisma.broadcast.count()).toBe(1);

  await council.database.prisma.feedback.updateMany({ data: { approvedAt: null, approvedBy: null } });
  await expect(council.broadcasts.approveFeedback('parks-2027', second)).rejects.toThrow(
    'there is a broadcast "parks-2027-outcome" already',
  );
  expect(await state()).toBe('closed');
});

test('nobody wrote anything: it says how to', async () => {
  await expect(council.broadcasts.approveFeedback('parks-2027', second)).rejects.toThrow('consultation feedback FILE');
});

const long = 'x'.repeat(400);
test.each<[string, string, string]>([
  ['no list of lines', 'We mended it.', 'should be what came of a consultation'],
  ['an unknown property', aFeedback({ sayd: 'x' }), 'line 1, sayd: not known here; did you mean "said"?'],
  ['a consultation that is not there', aFeedback({ consultation: 'pools' }), 'consultation: there is no published consultation'],
  ['a stranger', aFeedback({ author: 'eve@thornby.example' }), 'author: eve@thornby.example is no member of staff'],
  ['a decision to come', aFeedback({ decidedOn: '2026-12-24' }), 'decidedOn: is still to come'],
  ['no day', aFeedback({ decidedOn: 'soon' }), 'decidedOn: not a day'],
  ['a language that one part lacks', aFeedback({ did: 'We did.' }), 'did: is not there in pl, though other parts are'],
  ['no web address', aFeedback({ link: 'thornby' }), 'link: should be a web address'],
  ['too long a text', aFeedback({ said: { en: long, pl: 'x' } }), 'did: takes 4 text messages in en-GB'],
  ['too long a shorter text', aFeedback({ sms: { en: 'y'.repeat(310), pl: 'x' } }), 'sms: takes 3 text messages in en-GB'],
])('refuses %s', async (_, file, reason) => {
  await close();
  const refused = await council.broadcasts.writeFeedback(file).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(DefinitionRefused);
  expect((refused as DefinitionRefused).faults.map(faultInWords).join('\n')).toContain(reason);
});

test('what still takes answers has come to nothing yet', async () => {
  await expect(council.broadcasts.writeFeedback(aFeedback())).rejects.toMatchObject({
    faults: [{ path: 'consultation', reason: expect.stringContaining('still takes answers') }],
  });
});

test('the officer’s own shorter words are texted in place of the long ones', async () => {
  await close();
  const sms = { en: 'Mill Lane park is mended by May.', pl: 'Mill Lane: do maja.' };
  const { sms: texted } = await council.broadcasts.writeFeedback(aFeedback({ said: { en: long, pl: long }, sms }));
  expect(texted).toMatchObject({ en: sms.en, pl: sms.pl });
});
