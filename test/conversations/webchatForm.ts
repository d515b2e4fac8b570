import { inboundFrom, joining } from '#channels/webchat/activity.ts';
import { rendered } from '#channels/webchat/rendering.ts';
import { languages } from '#language/languages.ts';
import { loadWords } from '#language/words.ts';
import { type CreateForm, shownTexts } from './form.ts';
import { cardLines, cardPressed, type Shown } from './shownCard.ts';

/**
 * Web chat: `@ opens` and `@ opens with PARKS` are how it begins, `* Begin` presses a button, `* Benches | Paths` ticks boxes or puts in
 * order on a card and sends it, `* card 2: Benches` does so on the second card that was shown.
 */
export const webchatForm: CreateForm = ({ town, language }) => {
  const words = loadWords();
  const cards: object[] = [];
  const posted: object[] = [];
  let buttons: readonly { readonly title: string; readonly value: string }[] = [];
  let conversation = 'first';
  const pass = () => ({ conversation, user: 'dl_someone', language: languages.find((known) => known === language) });

  async function post(activity: object): Promise<readonly string[]> {
    posted.push(activity);
    const inbound = inboundFrom(activity, pass());
    if (!inbound) throw new Error('this says nothing');
    return hear(inbound);
  }

  async function hear(inbound: Parameters<typeof town.hear>[0]): Promise<readonly string[]> {
    const shown = (await town.hear(inbound)).map((reply) => rendered(reply, words) as Shown);
    buttons = shown.at(-1)?.suggestedActions?.actions ?? [];
    const texts = shown.map((each) => {
      const held = (each.attachments ?? []).map(({ content }) => content);
      cards.push(...held);
      const pressable = each.suggestedActions ? [each.suggestedActions.actions.map(({ title }) => `[${title}]`).join(' ')] : [];
      return [...(each.text === undefined ? [] : [each.text]), ...held.flatMap(cardLines), ...pressable].join('\n');
    });
    return shownTexts(texts);
  }

  const message = (sent: object) => ({
    type: 'message',
    channelData: { clientActivityID: `${conversation} ${posted.length + 1}` },
    ...sent,
  });

  return {
    say: (text) => post(message({ text })),
    press(what) {
      const button = buttons.find(({ title }) => title === what);
      if (button) return post(message({ text: button.value }));
      const [, number, pressed = what] = /^card (\d+): (.*)$/.exec(what) ?? [];
      const card = number ? cards[Number(number) - 1] : cards.at(-1);
      if (!card) throw new Error(`there is nothing to press: ${what}`);
      return post(message({ value: cardPressed(card, pressed.split(' | ')) }));
    },
    happen(what) {
      const [, start] = /^opens(?: with (.+))?$/.exec(what) ?? [];
      const [, again] = /^message (\d+) again$/.exec(what) ?? [];
      const [, whose] = /^as (\w+)$/.exec(what) ?? [];
      if (what.startsWith('opens')) return hear(joining({ ...pass(), ...(start && { start }) }));
      if (again) return post(posted[Number(again) - 1] ?? {});
      if (!whose) return undefined;
      conversation = whose;
      return Promise.resolve([]);
    },
  };
};
