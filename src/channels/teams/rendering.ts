import type { Activity } from 'botbuilder';
import type { Words } from '#language/words.ts';
import { adaptiveCardType, askingCard } from '../askingCard.ts';
import type { Reply } from '../channel.ts';

/** A reply as Teams shows it: what asks something as a card that holds the text. Never Markdown: what is quoted may hold its signs. */
export function rendered({ text = '', type = 'message', asks }: Reply, words: Words): Partial<Activity> {
  if (!asks || (asks.options.length === 0 && !asks.skip)) return { type, text, textFormat: 'plain' };
  return { type, attachments: [{ contentType: adaptiveCardType, content: askingCard(text, asks, words) }] };
}
