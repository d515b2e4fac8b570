import { inboundFrom } from '#channels/teams/activity.ts';
import { receivedShape } from '#channels/teams/received.ts';
import { rendered } from '#channels/teams/rendering.ts';
import { noticeOf } from '#dialogs/notice/notice.ts';
import { loadWords } from '#language/words.ts';
import { appId } from '#test/channels/teams/aBotFramework.ts';
import { aMessage } from '#test/channels/teams/aTeam.ts';
import { type CreateForm, shownTexts } from './form.ts';
import { cardLines, cardPressed, type Shown } from './shownCard.ts';

/**
 * Teams: `@ installs` and `@ removes` are how it comes and goes, `@ in a channel` and `@ in a chat` where people talk, `@ is told of KEY`
 * shows the notice of a consultation. `* Begin` presses a button of the last card, `* Benches | Paths` ticks boxes and sends them,
 * `* card 2: Begin` presses on the second card that was shown.
 */
export const teamsForm: CreateForm = ({ town, language }) => {
  const words = loadWords();
  const cards: object[] = [];
  const posted: object[] = [];
  let person = 'councillor';
  let shared = false;

  async function post(activity: object): Promise<readonly string[]> {
    posted.push(activity);
    const inbound = inboundFrom(receivedShape.parse(activity));
    if (!inbound) throw new Error('this says nothing');
    return show((await town.hear(inbound)).map((reply) => rendered(reply, words) as Shown));
  }

  function show(shown: readonly Shown[]): readonly string[] {
    const texts = shown.map(({ text, attachments = [] }) => {
      const held = attachments.map(({ content }) => content);
      cards.push(...held);
      return [...(text === undefined ? [] : [text]), ...held.flatMap(cardLines)].join('\n');
    });
    return shownTexts(texts);
  }

  const mention = { type: 'mention', text: '<at>Folkmoot</at>', mentioned: { id: `28:${appId}` } };
  const message = (sent: object) => ({
    ...aMessage({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }, { text: undefined, ...(language && { locale: language }) }),
    from: { id: `29:${person}`, aadObjectId: person },
    conversation: shared
      ? { id: '19:team@thread.tacv2', conversationType: 'channel' }
      : { id: `a:${person}`, conversationType: 'personal' },
    ...(shared && { entities: [mention] }),
    ...sent,
  });

  async function toldOf(key: string): Promise<readonly string[]> {
    const definition = await town.definition(key);
    const notice = noticeOf(definition, 'en-GB', { words, now: town.now() });
    return show([rendered({ type: 'message', text: '', notice }, words, shared ? 'https://teams.microsoft.com/' : undefined) as Shown]);
  }

  return {
    say: (text) => post(message({ text: shared ? `<at>Folkmoot</at> ${text}` : text })),
    press(what) {
      const [, number, pressed = what] = /^card (\d+): (.*)$/.exec(what) ?? [];
      const card = number ? cards[Number(number) - 1] : cards.at(-1);
      if (!card) throw new Error(`there is nothing to press: ${what}`);
      return post(message({ value: cardPressed(card, pressed.split(' | ')) }));
    },
    happen(what) {
      const [, again] = /^message (\d+) again$/.exec(what) ?? [];
      const [, whose] = /^as (\w+)$/.exec(what) ?? [];
      const [, key] = /^is told of (\S+)$/.exec(what) ?? [];
      const [, council, role] = /^becomes of (\S+) the (clerk|chair)$/.exec(what) ?? [];
      if (what === 'installs') return post(message({ type: 'installationUpdate', action: 'add' }));
      if (what === 'removes') return post(message({ type: 'installationUpdate', action: 'remove' }));
      if (again) return post(posted[Number(again) - 1] ?? {});
      if (key) return toldOf(key);
      if (council) return town.appoint(person, council, role === 'chair' ? 'chair' : 'clerk').then(() => []);
      if (whose) person = whose;
      else if (what === 'in a channel') shared = true;
      else if (what === 'in a chat') shared = false;
      else return undefined;
      return Promise.resolve([]);
    },
  };
};
