import type { Words } from '#language/words.ts';
import { adaptiveCardType, askingCard } from '../askingCard.ts';
import type { AskedOption, Asks, Reply } from '../channel.ts';

/** A reply as Web Chat shows it: one choice as buttons under the text, several or a ranking as a card that holds the text. */
export function rendered({ asks, notice: _notice, overtakes: _overtakes, ...activity }: Reply, words: Words): object {
  if (!asks) return activity;
  if (asks.answer !== 'several' && asks.answer !== 'ranked') return { ...activity, ...suggested(asks) };
  const { text = '', ...rest } = activity;
  return { ...rest, attachments: [{ contentType: adaptiveCardType, content: askingCard(text, asks, words) }] };
}

function suggested({ options, skip }: Asks): object {
  const actions = [...options, ...(skip ? [skip] : [])].map(button);
  return actions.length > 0 ? { suggestedActions: { to: [], actions } } : {};
}

/** A button says its label, so that the conversation reads the same whether it was pressed or typed. */
function button({ label, say }: AskedOption) {
  return { type: 'imBack', title: label, value: say ?? label };
}
