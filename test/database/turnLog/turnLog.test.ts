import { mostRepliesInATurn } from '#database/turnLog/load.ts';
import { anAnswer, ask, aTurn, at, consultationKey, somebody } from './aTurn.ts';
import { createLogs, type Logs } from './logs.ts';

let logs: Logs;
let log: ReturnType<Logs['aLog']>;
beforeAll(async () => {
  logs = await createLogs();
  log = logs.aLog();
});
afterAll(() => logs.close());

describe('somebody new', () => {
  test('is not known, and after their first turn they are', async () => {
    const who = somebody();
    const nobody = await log.load(ask(who));
    expect(nobody).toEqual({ conversation: undefined, catalogueRevision: 0, answeredBefore: undefined });

    const turn = aTurn(nobody, { who, state: { dialogStack: [{ id: 'root', state: { page: 0, menu: ['ł', '"', '\\', '👍'] } }] } });
    expect(await log.commit(turn)).toBe('recorded');
    const { conversation } = await log.load(ask(who));
    expect(conversation).toEqual({
      id: turn.conversation.id,
      contactPointId: turn.conversation.contactPointId,
      unreachable: false,
      version: 1,
      lastSequence: 2,
      language: 'en-GB',
      state: turn.conversation.state,
      optedOut: false,
      inHand: undefined,
    });
  });

  test('who writes twice at once, to two processes, is one person: the other turn finds them moved and records nothing', async () => {
    const [here, there] = [logs.aLog(), logs.aLog()];
    for (let time = 0; time < 10; time++) {
      const who = somebody();
      const [one, other] = await Promise.all([here.load(ask(who)), there.load(ask(who))]);
      const results = await Promise.all([here.commit(aTurn(one, { who })), there.commit(aTurn(other, { who }))]);
      expect(results.toSorted()).toEqual(['moved', 'recorded']);
      const point = await logs.database.prisma.contactPoint.findMany({
        where: { lookup: Buffer.from(who.lookup) },
        include: { conversation: true },
      });
      expect(point).toHaveLength(1);
      expect(await logs.database.prisma.message.count({ where: { conversationId: point[0]?.conversation?.id ?? '' } })).toBe(2);
    }
    expect(await logs.database.prisma.person.count()).toBe(await logs.database.prisma.contactPoint.count());
  });

  test('who writes twice in one batch is one person', async () => {
    const who = somebody();
    const nobody = await log.load(ask(who));
    const results = await Promise.all([log.commit(aTurn(nobody, { who })), ...[1, 2, 3].map(() => log.commit(aTurn(nobody, { who })))]);
    expect(results.filter((result) => result === 'recorded')).toHaveLength(1);
  });
});

describe('a conversation', () => {
  test('that has moved since it was loaded records nothing of a turn', async () => {
    const { who, response } = await logs.aRespondent();
    const loaded = await log.load(ask(who));
    const answer = (value: string) => aTurn(loaded, { who, facts: [anAnswer(response.id, 'visit', value)] });
    expect(await log.commit(answer('weekly'))).toBe('recorded');
    expect(await log.commit(answer('rarely'))).toBe('moved');
    const { conversation } = await log.load(ask(who));
    expect(conversation?.inHand?.answers).toEqual({ visit: 'weekly' });
    expect(conversation?.lastSequence).toBe(4);
  });

  test('heard at once by two processes is heard by one of them', async () => {
    const { who, response } = await logs.aRespondent();
    const [here, there] = [logs.aLog(), logs.aLog()];
    const loaded = await here.load(ask(who));
    const results = await Promise.all(
      [here, there].map((each, place) => each.commit(aTurn(loaded, { who, facts: [anAnswer(response.id, 'visit', place)] }))),
    );
    expect(results.toSorted()).toEqual(['moved', 'recorded']);
  });

  test('that is not there any more is not made again', async () => {
    const who = somebody();
    await log.commit(aTurn(await log.load(ask(who)), { who }));
    const loaded = await log.load(ask(who));
    await logs.database.prisma.conversation.delete({ where: { id: loaded.conversation?.id ?? '' } });
    expect(await log.commit(aTurn(loaded, { who }))).toBe('moved');
  });
});

describe('a message that was heard before', () => {
  test('brings the replies that were given, in order, however many', async () => {
    const who = somebody();
    const replies = Array.from({ length: 60 }, (_, place) => `reply ${place}`);
    expect(replies.length).toBeLessThanOrEqual(mostRepliesInATurn);
    await log.commit(aTurn(await log.load(ask(who)), { who, providerId: 'first', replies }));
    await log.commit(aTurn(await log.load(ask(who)), { who, providerId: 'second', replies: ['another'] }));
    const again = await log.load(ask(who, 'first'));
    expect(again.answeredBefore).toEqual(replies.map((text) => ({ type: 'message', text })));
    expect((await log.load(ask(who, 'second'))).answeredBefore).toEqual([{ type: 'message', text: 'another' }]);
    expect((await log.load(ask(who, 'third'))).answeredBefore).toBeUndefined();
  });

  test('brings silence where it was answered with silence', async () => {
    const who = somebody();
    await log.commit(aTurn(await log.load(ask(who)), { who, providerId: 'quiet', replies: [] }));
    expect((await log.load(ask(who, 'quiet'))).answeredBefore).toEqual([]);
  });

  test("is somebody's own: the same id from somebody else is another message", async () => {
    const [one, other] = [somebody(), somebody()];
    await log.commit(aTurn(await log.load(ask(one)), { who: one, providerId: 'same' }));
    expect((await log.load(ask(other, 'same'))).answeredBefore).toBeUndefined();
    expect(await log.commit(aTurn(await log.load(ask(other)), { who: other, providerId: 'same' }))).toBe('recorded');
  });
});

describe('answers', () => {
  test('are kept with what was said, and a new answer takes the place of the old', async () => {
    const { who, response } = await logs.aRespondent();
    const give = async (...facts: readonly ReturnType<typeof anAnswer>[]) => log.commit(aTurn(await log.load(ask(who)), { who, facts }));
    await give(anAnswer(response.id, 'visit', 'weekly'), anAnswer(response.id, 'happy', 4), anAnswer(response.id, 'which', ['a', 'b']));
    await give(anAnswer(response.id, 'visit', 'rarely'));
    expect((await log.load(ask(who))).conversation?.inHand).toEqual({
      id: response.id,
      aboutYouKey: response.aboutYouKey,
      council: null,
      consultationKey,
      versionNumber: 1,
      reference: response.reference,
      submitted: false,
      answers: { visit: 'rarely', happy: 4, which: ['a', 'b'] },
    });
    const rows = await logs.database.prisma.answer.findMany({ where: { responseId: response.id, questionKey: 'visit' } });
    expect(rows).toEqual([
      { responseId: response.id, questionKey: 'visit', value: 'rarely', said: 'rarely', language: 'en-GB', givenAt: at },
    ]);
  });

  test('a skipped question is kept as JSON null, which is not the same as no answer', async () => {
    const { who, response } = await logs.aRespondent();
    const facts = [{ ...anAnswer(response.id, 'barrier', null), said: null }];
    await log.commit(aTurn(await log.load(ask(who)), { who, facts }));
    expect((await log.load(ask(who))).conversation?.inHand?.answers).toEqual({ barrier: null });
    const [kept] = await logs.database.prisma.$queryRaw<object[]>`
      SELECT value::text, value IS NULL AS nothing, said FROM answer WHERE response_id = ${response.id}::uuid`;
    expect(kept).toEqual({ value: 'null', nothing: false, said: null });
  });

  test('an answer that was taken back is gone, and may be given again', async () => {
    const { who, response } = await logs.aRespondent();
    const turn = async (facts: Parameters<typeof aTurn>[1] & object) => log.commit(aTurn(await log.load(ask(who)), { who, ...facts }));
    const answers = async () => (await log.load(ask(who))).conversation?.inHand?.answers;
    await turn({ facts: [anAnswer(response.id, 'visit', 'weekly'), anAnswer(response.id, 'happy', 4)] });
    await turn({ facts: [{ kind: 'answerTakenBack', responseId: response.id, questionKey: 'visit' }] });
    expect(await answers()).toEqual({ happy: 4 });
    await turn({
      facts: [{ kind: 'answerTakenBack', responseId: response.id, questionKey: 'happy' }, anAnswer(response.id, 'visit', 'rarely')],
    });
    expect(await answers()).toEqual({ visit: 'rarely' });
  });

  test('about the person are held apart, by a key that is nobody’s id, and are loaded with the rest', async () => {
    const { who, response } = await logs.aRespondent();
    const { aboutYouKey } = response;
    const about = { consultationKey, aboutYouKey };
    await log.commit(
      aTurn(await log.load(ask(who)), {
        who,
        facts: [
          anAnswer(response.id, 'visit', 'weekly'),
          { kind: 'aboutYouGiven', ...about, questionKey: 'age', value: 'o25' },
          { kind: 'aboutYouGiven', ...about, questionKey: 'health', value: null },
        ],
      }),
    );
    expect((await log.load(ask(who))).conversation?.inHand?.answers).toEqual({ visit: 'weekly', age: 'o25', health: null });
    const beside = await logs.database.prisma.answer.findMany({ where: { responseId: response.id } });
    expect(beside.map(({ questionKey }) => questionKey)).toEqual(['visit']);
    const apart = await logs.database.prisma.aboutYouAnswer.findMany({
      where: { holder: Buffer.from(aboutYouKey, 'hex') },
      orderBy: { questionKey: 'asc' },
    });
    expect(apart.map(({ questionKey, value }) => [questionKey, value])).toEqual([
      ['age', 'o25'],
      ['health', null],
    ]);

    await log.commit(aTurn(await log.load(ask(who)), { who, facts: [{ kind: 'aboutYouTakenBack', aboutYouKey, questionKey: 'age' }] }));
    expect((await log.load(ask(who))).conversation?.inHand?.answers).toEqual({ visit: 'weekly', health: null });
  });

  test('a response that is sent is sent, in the language of that moment', async () => {
    const { who, response } = await logs.aRespondent();
    await log.commit(
      aTurn(await log.load(ask(who)), { who, facts: [{ kind: 'responseSubmitted', responseId: response.id, language: 'pl' }] }),
    );
    expect((await log.load(ask(who))).conversation?.inHand?.submitted).toBe(true);
    const row = await logs.database.prisma.response.findUnique({ where: { id: response.id } });
    expect([row?.submittedAt, row?.language]).toEqual([at, 'pl']);
  });
});
