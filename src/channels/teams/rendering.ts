import type { Activity } from 'botbuilder';
import type { Words } from '#language/words.ts';
import { adaptiveCardType } from '../askingCard.ts';
import type { Reply } from '../channel.ts';
import type { Card } from './cards/card.ts';
import { noticeCard } from './cards/notice.ts';
import { questionCard } from './cards/question.ts';

/**
 * A reply as Teams shows it: a notice or a question as a card that holds the text. Never Markdown: what is quoted may hold its signs.
 * `chat`: several people read it, and this leads to a chat of one's own.
 */
export function rendered({ text = '', type = 'message', asks, notice }: Reply, words: Words, chat?: string): Partial<Activity> {
  if (notice) return holding(noticeCard(text, notice, chat));
  if (asks) return holding(questionCard(text, asks, words));
  return { type, text, textFormat: 'plain' };
}

/** A message that is a card. `summary` is what a notification shows of it. */
export function holding(content: Card): Partial<Activity> {
  const [summary = ''] = content.fallbackText.split('\n');
  return { type: 'message', summary, attachments: [{ contentType: adaptiveCardType, content }] };
}
