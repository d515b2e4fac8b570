import { textBlocks } from '../../cardText.ts';
import type { Notice, NoticeButton } from '../../channel.ts';
import { type Action, type Card, card } from './card.ts';
import { closable } from './question.ts';

/** A longer word of introduction is for a letter. */
const longestIntroduction = 2000;
/**
 * What is kept of it stands in each button, so that the card can say afterwards what it was about; a longer one is kept by its beginning.
 * With it the card stays within three quarters of the 100 KB that Teams takes.
 */
const mostKept = 2000;

/**
 * The notice of a consultation. `introduction` is what the officer wrote. In one's own chat it has buttons that answer here; where several
 * people read it, one that leads to a chat of one's own (`chat`), as nobody responds for the others there.
 */
export function noticeCard(introduction: string, notice: Notice, chat?: string): Card {
  const { title, parts, actions, language } = notice;
  const said = introduction.slice(0, longestIntroduction);
  const lines = [said, ...parts.map(({ heading, text }) => `${heading}: ${text}`)].filter((line) => line !== '');
  const text = [title, ...lines].join('\n');
  const body = [
    ...textBlocks(title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ...textBlocks(said),
    ...parts.flatMap(({ heading, text: words }) => [
      ...textBlocks(heading, { weight: 'Bolder', spacing: 'Medium' }),
      ...textBlocks(words, { spacing: 'None' }),
    ]),
  ];
  if (chat !== undefined) return card({ text, body, actions: respondingThere(actions, chat) });
  return closable(card({ text, body, actions: actions.map(pressing) }), { asked: text.slice(0, mostKept), language });
}

function pressing({ label, about, say }: NoticeButton): Action {
  return { type: 'Action.Submit', title: label, data: { about, said: say } };
}

function respondingThere(actions: readonly NoticeButton[], url: string): readonly Action[] {
  return actions.filter(({ action }) => action === 'respond').map(({ label }) => ({ type: 'Action.OpenUrl', title: label, url }));
}
