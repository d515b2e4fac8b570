import fc from 'fast-check';
import { cardAnswer } from '#channels/askingCard.ts';
import type { Asks, Inbound, Receipt, Reply, Sender } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { createSmsSender } from '#channels/sms/sender.ts';
import { inboundFrom as smsInbound } from '#channels/sms/webhook.ts';
import { inboundFrom as teamsInbound } from '#channels/teams/activity.ts';
import { createAuthentication } from '#channels/teams/authentication.ts';
import { createConnectors } from '#channels/teams/connectors.ts';
import { createPace } from '#channels/teams/pace.ts';
import { receivedShape } from '#channels/teams/received.ts';
import { written } from '#channels/teams/reference.ts';
import { rendered as teamsRendered } from '#channels/teams/rendering.ts';
import { createSender } from '#channels/teams/sender.ts';
import { inboundFrom as webchatInbound } from '#channels/webchat/activity.ts';
import { rendered as webchatRendered } from '#channels/webchat/rendering.ts';
import { loadWords } from '#language/words.ts';
import { aTwilio, type Twilio } from '#test/broadcasts/aTwilio.ts';
import { aBotFramework, appId, type BotFramework } from './teams/aBotFramework.ts';
import { aMessage } from './teams/aTeam.ts';

const words = loadWords();
const room = smsRoom();

/** What each channel makes of words that somebody said, under this id of the provider's. */
const hearing: Readonly<Record<string, (id: string, text: string) => Inbound | undefined>> = {
  sms: (id, text) => smsInbound({ MessageSid: id, From: '+447700900123', Body: text }, room),
  webchat: (id, text) =>
    webchatInbound(
      { type: 'message', text, channelData: { clientActivityID: id } },
      { conversation: 'c', user: 'u', start: undefined, language: undefined },
    ),
  teams: (id, text) => teamsInbound(receivedShape.parse(aMessage({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }, { id, text }))),
};

describe.each(Object.entries(hearing))('%s', (kind, hear) => {
  const anId = fc.stringMatching(/^[a-z0-9]{1,20}$/);
  /** Teams writes "&" and "<" as HTML does, so that these alone may be read otherwise. */
  const someWords = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => !/[&<]/.test(text));

  test('hands over what was said, from the same place each time, on its own channel', () => {
    fc.assert(
      fc.property(anId, someWords, (id, text) => {
        const heard = hear(id, text);
        expect(heard).toMatchObject({ channel: kind, answeredByProvider: false, room: { fits: expect.any(Function) } });
        expect(heard?.text.trim()).toBe(text.trim());
        expect(heard?.address).toBe(hear('another', 'hello')?.address);
      }),
    );
  });

  test('gives the same message the same id, and another one another', () => {
    fc.assert(
      fc.property(anId, anId, (one, other) => {
        expect(hear(one, 'hello')?.id === hear(other, 'hello')?.id).toBe(one === other);
      }),
    );
  });
});

interface Shown {
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly attachments?: readonly { readonly content: CardShown }[];
}
interface CardShown {
  readonly body: readonly { readonly id?: string; readonly choices?: readonly { readonly title: string; readonly value: string }[] }[];
  readonly actions: readonly { readonly title: string; readonly data: object }[];
}

/** What choosing a label says, however the channel shows it. */
function chosen({ suggestedActions, attachments = [] }: Shown, label: string): string | undefined {
  const button = suggestedActions?.actions.find(({ title }) => title === label);
  if (button) return button.value;
  const card = attachments[0]?.content;
  const action = card?.actions.find(({ title }) => title === label);
  if (action) return cardAnswer(action.data)?.said;
  const field = card?.body.find(({ choices }) => choices);
  const choice = field?.choices?.find(({ title }) => title === label);
  return choice && cardAnswer({ ...card?.actions[0]?.data, [field?.id ?? '']: choice.value })?.said;
}

test.each([
  ['webchat', webchatRendered],
  ['teams', teamsRendered],
])('on %s every option of a question is shown, and choosing it says what it stands for', (_kind, rendered) => {
  const label = fc.stringMatching(/^[A-Z][a-z ,0-9]{0,30}[a-z]$/).filter((text) => !['Send', 'Skip'].includes(text));
  const option = fc.record({ key: label, label, say: fc.option(label, { nil: undefined }) });
  const options = fc.uniqueArray(option, { selector: (each) => each.label, minLength: 1, maxLength: 30 });
  const forms = fc.constantFrom<Asks['answer']>('one', 'several', 'ranked');
  fc.assert(
    fc.property(options, forms, fc.boolean(), (all, answer, mayskip) => {
      const skip = { key: 'skip', label: 'Skip', say: 'SKIP' };
      const asks = { about: 'a', answer, options: all.map((each) => ({ ...each })), language: 'en-GB', ...(mayskip && { skip }) } as Asks;
      const shown = rendered({ type: 'message', text: 'Which?', asks } as Reply, words) as Shown;
      for (const { label: title, say } of all) expect(chosen(shown, title)).toBe(say ?? title);
      if (mayskip) expect(chosen(shown, 'Skip')).toBe('SKIP');
    }),
  );
});

describe('a sender', () => {
  const now = () => new Date('2026-11-23T10:00:00Z');
  let twilio: Twilio;
  let framework: BotFramework;
  beforeAll(async () => {
    [twilio, framework] = await Promise.all([aTwilio(), aBotFramework()]);
  });
  afterAll(() => Promise.all([twilio.close(), framework.close()]));

  const sms = (apiUrl: string): Sender =>
    createSmsSender({
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'a token',
      from: '+447700900999',
      apiUrl,
      publicUrl: 'https://f.example',
      now,
    });
  const teams = (): Sender =>
    createSender(
      createConnectors(createAuthentication({ appId, appType: 'MultiTenant' }, framework), appId),
      createPace({ now, pause: noPause }),
      {
        words,
        now,
        findNotice: () => Promise.resolve(undefined),
        unreachable: () => Promise.resolve(),
      },
    );
  const noPause = () => Promise.reject(new Error('nobody has to wait here'));
  const reply: Reply = { type: 'message', text: 'A new consultation.' };
  const inAnHour = new Date('2026-11-23T11:00:00Z');

  type Trouble = 'none' | 'busy' | 'hangs up';
  interface Stand {
    readonly sender: () => Sender;
    readonly address: (serviceUrl: string) => string;
    readonly mood: (trouble: Trouble) => Promise<void>;
    readonly asked: () => Promise<number>;
  }
  const stands: Readonly<Record<string, Stand>> = {
    sms: {
      sender: () => sms(twilio.url),
      address: () => '+447700900123',
      mood: async (trouble) =>
        trouble === 'none' ? twilio.behave({ mode: 'ok' }) : twilio.behave({ mode: trouble === 'busy' ? 'busy' : 'drop', times: 1 }),
      asked: async () => (await twilio.counts()).asked,
    },
    teams: {
      sender: teams,
      address: (serviceUrl) => written({ serviceUrl, conversation: 'a:councillor', bot: '28:us' }),
      mood: async (trouble) => {
        if (trouble !== 'none') framework.moods.push(trouble === 'busy' ? { status: 429 } : 'hangs up');
      },
      asked: async () => framework.asked.length,
    },
  };

  describe.each(Object.entries(stands))('by %s', (channel, { sender, address, mood, asked }) => {
    const send = async (notAfter = inAnHour): Promise<Receipt> =>
      sender().send({ address: address(framework.serviceUrl), reply, notAfter });

    test('says which channel it is', () => expect(sender().channel).toBe(channel));

    test.each<[Trouble, Receipt['outcome']]>([
      ['none', 'accepted'],
      ['busy', 'tryLater'],
      ['hangs up', 'unknown'],
    ])('asks once, whatever the trouble is (%s)', async (trouble, outcome) => {
      await mood(trouble);
      const before = await asked();
      expect((await send()).outcome).toBe(outcome);
      expect((await asked()) - before).toBe(1);
    });

    test('asks nobody once the time is over', async () => {
      const before = await asked();
      expect((await send(new Date('2026-11-23T09:00:00Z'))).outcome).toBe('tryLater');
      expect((await asked()) - before).toBe(0);
    });
  });
});
