import type { Words } from '#language/words.ts';
import { askingCard } from '../../askingCard.ts';
import type { Asks } from '../../channel.ts';
import type { Kept } from '../pressed.ts';
import type { Card } from './card.ts';

/** A longer question is shown by its beginning once it is answered. */
const mostKept = 400;

/** A question as a card that can be closed: each button carries what was asked. */
export function questionCard(text: string, asks: Asks, words: Words): Card {
  const asked = text.length > mostKept ? `${text.slice(0, mostKept)}...` : text;
  return closable(askingCard(text, asks, words) as Card, { asked, language: asks.language });
}

export function closable({ actions = [], ...rest }: Card, kept: Kept): Card {
  return { ...rest, actions: actions.map((action) => ({ ...action, data: { ...action.data, kept } })) };
}
