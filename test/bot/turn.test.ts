import { TryAgainLater } from '#channels/channel.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { aLine } from '../database/turnLog/aLine.ts';
import { aBot, anInbound, type Bot, words } from './aTown.ts';

let database: TestDatabase;
let bot: Bot;
let other: Bot;
/** The next turn that says this breaks, so often. */
const breaks = new Map<string, number>();

beforeAll(async () => {
  database = await testDatabase();
  bot = aBot(database.url, (handle) => async (inbound, turn, ...rest) => {
    await handle(inbound, turn, ...rest);
    const left = breaks.get(inbound.text) ?? 0;
    breaks.set(inbound.text, left - 1);
    if (left > 0) throw new Error(`broken at ${inbound.text}`);
  });
  other = aBot(database.url);
  await bot.publishParks();
});
afterAll(async () => {
  await bot.close();
  await other.close();
  await database.close();
});
afterEach(() => {
  bot.mishaps.length = 0;
  breaks.clear();
});

let count = 100;
const somebody = () => {
  count += 1;
  return `+447700900${count}`;
};

async function kept(address: string) {
  const lookup = new Uint8Array(bot.services.people.lookup('sms', address));
  const point = await database.prisma.contactPoint.findUnique({
    where: { channel_lookup: { channel: 'sms', lookup } },
    include: { conversation: true },
  });
  const conversation = point?.conversation;
  const messages = conversation
    ? await database.prisma.message.findMany({ where: { conversationId: conversation.id }, orderBy: { sequence: 'asc' } })
    : [];
  const answers = conversation?.responseId
    ? await database.prisma.answer.findMany({ where: { responseId: conversation.responseId }, orderBy: { questionKey: 'asc' } })
    : [];
  return {
    optedOut: point?.optedOutAt != null,
    heard: messages.filter(({ direction }) => direction === 'in').map(({ activity }) => (activity as { text: string }).text),
    messages: messages.length,
    sequences: messages.map(({ sequence }) => sequence),
    answers: Object.fromEntries(answers.map(({ questionKey, value }) => [questionKey, value])),
  };
}

describe('a message that comes again', () => {
  test('later gets the same reply and adds nothing', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    const first = await bot.says('1', { address, id: 'begin' });
    await bot.says('1', { address, id: 'weekly' });
    const before = await kept(address);
    expect(await bot.says('1', { address, id: 'begin' })).toEqual(first);
    expect(await bot.says('whatever', { address, id: 'begin' })).toEqual(first);
    expect(await other.says('1', { address, id: 'begin' })).toEqual(first);
    expect(await kept(address)).toEqual(before);
    expect(bot.lines.at(-1)).toMatchObject({ channel: 'sms', outcome: 'heard before' });
  });

  test('at the same time, to two processes, gets the same reply and is heard once', async () => {
    const address = somebody();
    const [first, ...again] = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((n) => (n % 2 ? bot : other).says('PARKS', { address, id: 'twice' })),
    );
    expect(again).toEqual(again.map(() => first));
    expect(await kept(address)).toMatchObject({ heard: ['PARKS'] });
  });

  test('after it broke is heard, as nothing was recorded', async () => {
    const address = somebody();
    breaks.set('PARKS', 1);
    expect(await bot.says('PARKS', { address, id: 'once more' })).toEqual([words('en-GB', 'turn.mishap')]);
    expect(await kept(address)).toMatchObject({ messages: 0 });
    expect((await bot.says('PARKS', { address, id: 'once more' })).join()).toContain('Your parks');
  });
});

describe('messages of one person at the same time', () => {
  test('are heard one after the other: each is an answer to the question before it', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    const replies = await Promise.all(['1', '3', 'the bus', '4'].map((text) => bot.says(text, { address })));
    expect(replies.map(([reply = '']) => reply.split('\n')[0])).toEqual([
      '1/2 How often do you use a park?',
      '2/3 What stops you?',
      '3/3 You said Hardly ever. How happy are you with your parks?',
      words('en-GB', 'consultation.offerAboutYou', { count: 1 }),
    ]);
    expect(await kept(address)).toMatchObject({ answers: { visit: 'rarely', barrier: 'the bus', happy: 4 } });
  });

  test('to two processes are heard one after the other, in some order', async () => {
    for (let time = 0; time < 5; time++) {
      const address = somebody();
      await bot.says('PARKS', { address });
      await bot.says('1', { address });
      const said = ['weekly', 'MENU', 'every month', 'BACK'];
      await Promise.all(said.map((text, place) => (place % 2 ? other : bot).says(text, { address })));
      const { heard, sequences } = await kept(address);
      expect(heard.slice(2).toSorted()).toEqual(said.toSorted());
      expect(sequences).toEqual(sequences.map((_, place) => place + 1));
    }
    expect([bot.mishaps, other.mishaps]).toEqual([[], []]);
  });
});

describe('a turn that breaks', () => {
  test('records nothing, says sorry, and the next message goes on from the same place', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    await bot.says('1', { address });
    const before = await kept(address);
    breaks.set('weekly', 2);
    expect(await bot.says('weekly', { address })).toEqual([words('en-GB', 'turn.mishap')]);
    expect(await bot.says('weekly', { address })).toEqual([words('en-GB', 'turn.mishap')]);
    expect(bot.mishaps).toHaveLength(2);
    expect(await kept(address)).toEqual(before);
    expect((await bot.says('weekly', { address })).join()).toContain('2/2');
    expect(await kept(address)).toMatchObject({ answers: { visit: 'weekly' } });
  });

  test("says sorry in the person's language, also at their first message", async () => {
    const address = somebody();
    breaks.set('PARKS', 1);
    expect(await bot.says('PARKS', { address, language: 'lt' })).toEqual([words('lt', 'turn.mishap')]);
    await bot.says('POLSKI', { address });
    breaks.set('cokolwiek', 1);
    expect(await bot.says('cokolwiek', { address })).toEqual([words('pl', 'turn.mishap')]);
  });

  test('does not hold back anybody else', async () => {
    const [broken, well] = [somebody(), somebody()];
    breaks.set('BREAK', 1);
    const [, reply] = await Promise.all([bot.says('BREAK', { address: broken }), bot.says('PARKS', { address: well })]);
    expect(reply.join()).toContain('Your parks');
  });
});

describe('STOP', () => {
  test.each(['STOP', 'stop', ' Stop. ', 'STOPALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'CANCEL', 'stop please', 'REVOKE', 'OPTOUT'])(
    '%j in the middle of a question opts out at once, is no answer, and gets no reply',
    async (text) => {
      const address = somebody();
      await bot.says('PARKS', { address });
      await bot.says('1', { address });
      await bot.says('3', { address });
      expect(await bot.says(text, { address })).toEqual([]);
      expect(await kept(address)).toMatchObject({ optedOut: true, answers: { visit: 'rarely' } });
      expect(await bot.says('the bus', { address })).toEqual([]);
      expect(await kept(address)).toMatchObject({ answers: { visit: 'rarely' } });
    },
  );

  test('as the first thing that somebody says is kept', async () => {
    const address = somebody();
    expect(await bot.says('STOP', { address })).toEqual([]);
    expect(await kept(address)).toMatchObject({ optedOut: true, heard: ['STOP'] });
  });

  test.each(['START', 'unstop', 'YES'])('is lifted by %s, and the conversation goes on where it was', async (text) => {
    const address = somebody();
    await bot.says('PARKS', { address });
    await bot.says('1', { address });
    await bot.says('STOP', { address });
    expect(await bot.says(text, { address })).toEqual([words('en-GB', 'turn.optedIn')]);
    expect(await kept(address)).toMatchObject({ optedOut: false });
    expect((await bot.says('weekly', { address })).join()).toContain('2/2');
  });

  test('in words that only the provider knows is recorded too, and lifted by its words', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    expect(await bot.says('basta cosi', { address, answeredByProvider: true, optOut: 'stop' })).toEqual([]);
    expect(await kept(address)).toMatchObject({ optedOut: true });
    expect(await bot.says('di nuovo', { address, answeredByProvider: true, optOut: 'start' })).toEqual([]);
    expect(await kept(address)).toMatchObject({ optedOut: false });
  });

  test('while help was given by the provider, we say nothing on top', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    expect(await bot.says('HELP', { address, answeredByProvider: true })).toEqual([]);
    expect(await kept(address)).toMatchObject({ optedOut: false, heard: ['PARKS', 'HELP'] });
  });

  test('that comes twice at once, or again, is one', async () => {
    const address = somebody();
    await bot.says('PARKS', { address });
    await Promise.all([bot, other, bot, other].map((each) => each.says('STOP', { address, id: 'stop' })));
    expect(await kept(address)).toMatchObject({ optedOut: true, heard: ['PARKS', 'STOP'] });
  });
});

describe('what people send is only ever text', () => {
  test.each([
    ['SQL', "'; DROP TABLE answer; --"],
    ['HTML', '<script>alert(1)</script>&lt;'],
    ['NUL and control characters', 'the\u0000 bus\u0007\u001b[31m'],
    ['right to left', 'אוטובוס \u202Eevil'],
    ['emoji', '👍🏽'.repeat(400)],
    ['10,000 characters', 'bus '.repeat(2_500)],
    ['half an emoji', 'bus \uD83D'],
    ['JSON', '{"answers":{"visit":"weekly"}} \\u0000 \\'],
    ['a placeholder', '{visit} {0} {{x}} $\u007Bx}'],
  ])('%s', async (_, text) => {
    const address = somebody();
    await bot.says('PARKS', { address });
    await bot.says('1', { address });
    await bot.says('3', { address });
    const began = performance.now();
    await bot.says(text, { address });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(bot.mishaps).toEqual([]);
    const { heard, answers } = await kept(address);
    expect(heard).toHaveLength(4);
    expect(String(heard.at(-1)).length).toBeLessThanOrEqual(1_600);
    if (answers.barrier !== undefined) expect(answers.barrier).toBe(heard.at(-1));
  });
});

describe('while the database is away', () => {
  test('nothing is recorded, whoever asked is told when to try again, and afterwards all is as before', async () => {
    const line = await aLine(database.url);
    const far = aBot(line.url);
    const address = somebody();
    await far.says('PARKS', { address });
    await line.cut();
    for (const text of ['1', 'STOP'])
      await expect(far.says(text, { address, id: text })).rejects.toMatchObject({ retryAfterSeconds: 5, constructor: TryAgainLater });
    await expect(far.says('PARKS', { address: somebody() })).rejects.toBeInstanceOf(TryAgainLater);
    await line.mend();
    expect((await far.says('1', { address, id: '1' })).join()).toContain('1/2');
    expect(await far.says('STOP', { address, id: 'STOP' })).toEqual([]);
    expect(await kept(address)).toMatchObject({ optedOut: true, heard: ['PARKS', '1', 'STOP'] });
    await far.close();
    await line.close();
  });

  test('a database that goes away between load and commit, of a STOP too, records nothing', async () => {
    const line = await aLine(database.url);
    let cutAt = '';
    const far = aBot(line.url, (handle) => async (inbound, ...rest) => {
      await handle(inbound, ...rest);
      if (inbound.text === cutAt) await line.cut();
    });
    const address = somebody();
    await far.says('PARKS', { address });
    cutAt = '1';
    await expect(far.says('1', { address })).rejects.toBeInstanceOf(TryAgainLater);
    await line.mend();
    expect(await kept(address)).toMatchObject({ heard: ['PARKS'] });
    await far.close();
    await line.close();
  });

  test('a first message that finds no catalogue in memory is told to come again', async () => {
    const line = await aLine(database.url);
    const far = aBot(line.url);
    await far.says('STOP', { address: somebody() });
    const fresh = aBot(line.url);
    await line.cut();
    await expect(fresh.says('PARKS', { address: somebody() })).rejects.toBeInstanceOf(TryAgainLater);
    await line.mend();
    expect((await fresh.says('PARKS', { address: somebody() })).join()).toContain('Your parks');
    await far.close();
    await fresh.close();
    await line.close();
  });
});

test('a thousand turns at once are enough: the next is told to come again, and every one of them is answered', async () => {
  const held = Promise.withResolvers<void>();
  const slow = aBot(database.url, (handle) => async (...turn) => {
    await held.promise;
    return handle(...turn);
  });
  const address = somebody();
  const turns = Array.from({ length: 1_000 }, () => slow.says('MENU', { address }).then(() => true));
  await expect(slow.says('MENU', { address: somebody() })).rejects.toMatchObject({ retryAfterSeconds: 5 });
  held.resolve();
  expect((await Promise.all(turns)).length).toBe(1_000);
  expect(anInbound().id).not.toBe(anInbound().id);
  await slow.close();
});
