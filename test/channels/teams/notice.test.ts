import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import type { Arrived } from './aBotFramework.ts';
import { aMessage, aTeam, inNovember, shownText, type Team } from './aTeam.ts';

let database: TestDatabase;
let team: Team;
beforeAll(async () => {
  database = await testDatabase();
  team = await aTeam(database.url);
  await team.publish('parks.yaml');
});
beforeEach(() => team.says('hello'));
afterEach(() => team.forget());
afterAll(async () => {
  await team.close();
  await database.close();
});

const later = new Date(inNovember().getTime() + 3_600_000);
/** What a broadcast about PARKS says. */
const reply = {
  type: 'message',
  text: 'A question about your parks.',
  channelData: { broadcast: { key: 'parks-opened', topic: 'consultations', language: 'en-GB', consultation: 'parks-2027' } },
};

/** Sends the notice to the only contact point, and gives back the message that has it. */
async function noticed(over: object = {}): Promise<Arrived> {
  const { address } = await team.prisma.contactPoint.findFirstOrThrow();
  const receipt = await team.teams.sender.send({
    address: team.services.people.open(address),
    reply: { ...reply, ...over },
    notAfter: later,
  });
  expect(receipt.outcome).toBe('accepted');
  return team.framework.arrived.at(-1) as Arrived;
}

interface Pressable {
  readonly actions: readonly { readonly title: string; readonly data: object; readonly url?: string }[];
}
const cardOf = ({ body }: Arrived) => body.attachments?.[0]?.content as unknown as Pressable;

let presses = 0;

/** Presses a button of a notice, and gives back what is said, the card that takes its place first. */
async function press(notice: Arrived, title: string): Promise<readonly string[]> {
  const button = cardOf(notice).actions.find((action) => action.title === title);
  if (!button) throw new Error(`there is no ${title}`);
  presses += 1;
  const before = team.framework.arrived.length;
  const activity = { ...aMessage(team.framework), id: `press ${presses}`, text: undefined, value: button.data, replyToId: notice.id };
  expect((await team.post(activity)).status).toBe(200);
  await team.teams.idle();
  return team.framework.arrived.slice(before).map(({ body }) => shownText(body));
}

const answers = () => team.prisma.noticeAnswer.findMany({ select: { answer: true, remindOn: true } });

test('tells what is asked and why them, what can still change, who decides, how long is left', async () => {
  expect(shownText((await noticed()).body).split('\n')).toEqual([
    'Your parks',
    'A question about your parks.',
    'What is asked: Help us decide what to repair first.',
    'Why you: You asked to hear from us. It is for everybody in the area.',
    'What can still change: Which of the five play areas is repaired in 2027. The total budget is fixed.',
    'Who decides: Executive member for communities decides on 10 March 2027.',
    'Open until: 31 January 2027 (69 days left)',
  ]);
});

test('Respond begins the consultation, and no record links the person to it but the response', async () => {
  const [closed, intro] = await press(await noticed(), 'Respond');
  expect(closed).toMatch(/You chose: Respond$/);
  expect(intro).toMatch(/^Your parks\. Help us decide/);
  expect(await answers()).toEqual([]);
});

test('No comment is noted, thanked for once more where it is pressed once more, and kept once', async () => {
  const notice = await noticed();
  const [closed, thanks] = await press(notice, 'No comment');
  expect(closed?.split('\n').at(-1)).toBe('You chose: No comment');
  expect(thanks).toBe('Thank you. We note that you have no comment on "Your parks". To answer after all, reply PARKS.');
  expect((await press(notice, 'No comment')).at(-1)).toBe(thanks);
  expect(await answers()).toEqual([{ answer: 'noComment', remindOn: null }]);
});

test('a council that will respond is noted, and told how', async () => {
  expect((await press(await noticed(), 'Our council will respond')).at(-1)).toMatch(/reply PARKS\.$/);
  expect(await answers()).toEqual([{ answer: 'council', remindOn: null }]);
});

test('a reminder is promised for a week before the last day', async () => {
  const said = (await press(await noticed(), 'Remind me a week before')).at(-1);
  const [{ remindOn } = { remindOn: null }] = await answers();
  expect(remindOn?.toISOString().slice(0, 10)).toBe('2027-01-24');
  expect(await team.prisma.approach.findMany({ select: { dialog: true, options: true, dueAt: true } })).toEqual([
    { dialog: 'notice', options: { key: 'parks-2027' }, dueAt: new Date('2027-01-24T00:00:00Z') },
  ]);
  expect(said).toBe('OK. We will remind you of "Your parks" on 24 January 2027. To answer before that, reply PARKS.');
});

test('whoever has no comment after all is not reminded', async () => {
  const notice = await noticed();
  await press(notice, 'Remind me a week before');
  const { id } = await team.prisma.contactPoint.findFirstOrThrow();
  const reminder = { where: { key: `notice:parks-2027:${id}` } };
  expect(await team.prisma.approach.count(reminder)).toBe(1);
  expect((await press(notice, 'No comment')).at(-1)).toMatch(/To answer after all, reply PARKS\.$/);
  expect(await team.prisma.approach.count(reminder)).toBe(0);
});

test('the reminder says how long there is, with a button that begins; whoever is in the middle of it gets the question at hand instead', async () => {
  const [reminder, ...more] = await team.begin('notice', { key: 'parks-2027' });
  expect(more).toEqual([]);
  expect(reminder?.text).toBe('You asked us to remind you: "Your parks" is open until 31 January 2027. Reply PARKS to answer.');
  const { address } = await team.prisma.contactPoint.findFirstOrThrow();
  await team.teams.sender.send({ address: team.services.people.open(address), reply: reminder ?? {}, notAfter: later });
  expect((await press(team.framework.arrived.at(-1) as Arrived, 'Respond')).at(-1)).toMatch(/^Your parks\. Help us decide/);
  await team.says('Begin');
  expect((await team.begin('notice', { key: 'parks-2027' })).map(({ text }) => text)).toEqual(['1 of 2. How often do you use a park?']);
});

test('Stop these is STOP', async () => {
  expect((await press(await noticed(), 'Stop these')).at(-1)).toMatch(/^OK, we will not message you again/);
  expect(await team.prisma.contactPoint.count({ where: { optedOutAt: { not: null } } })).toBe(1);
});

test('a notice that is answered in the middle of a consultation leaves it where it is', async () => {
  const notice = await noticed();
  await team.says('PARKS');
  expect((await team.says('Begin')).at(-1)).toMatch(/How often/);
  await press(notice, 'No comment');
  expect((await team.says('Every week')).join('\n')).not.toMatch(/did not understand/);
  expect(await team.prisma.answer.count()).toBe(1);
});

test('a notice of what has closed meanwhile is answered politely', async () => {
  const notice = await noticed();
  await team.prisma.consultation.update({ where: { key: 'parks-2027' }, data: { closedAt: inNovember() } });
  await team.prisma.catalogue.update({ where: { id: 1 }, data: { revision: { increment: 1 } } });
  expect((await press(notice, 'Respond')).at(-1)).toMatch(/There is nothing to answer just now|closed/);
  expect(shownText((await noticed()).body)).toBe(reply.text);
  await team.prisma.consultation.update({ where: { key: 'parks-2027' }, data: { closedAt: null } });
  await team.prisma.catalogue.update({ where: { id: 1 }, data: { revision: { increment: 1 } } });
});

test('where several people read it, a notice leads to a chat of one’s own', async () => {
  await team.forget();
  await team.says('<at>Folkmoot</at> hello', { conversation: { id: '19:c@thread.tacv2', conversationType: 'channel', isGroup: true } });
  const { actions } = cardOf(await noticed());
  expect(actions).toEqual([
    {
      type: 'Action.OpenUrl',
      title: 'Respond',
      url: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28%3A/),
    },
  ]);
});
