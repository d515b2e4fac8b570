import type { Words } from '#language/words.ts';
import { adaptiveCardType, askingCard } from '../askingCard.ts';
import type { AskedOption, Asks, Reply } from '../channel.ts';
import { lineLiteral } from './linked.ts';
import { spoken } from './spoken.ts';

/** The parts of an activity that say something; what is only on a card has no text. */
export interface Rendered {
  readonly text?: string;
  readonly locale?: string;
  readonly attachments?: readonly object[];
  readonly suggestedActions?: object;
  readonly channelData?: object;
}

/** A reply as Web Chat shows it: one choice as buttons under the text, several or a ranking as a card that holds the text. */
export function rendered({ asks, notice: _notice, overtakes: _overtakes, ...activity }: Reply, words: Words): Rendered {
  if (!asks) return activity;
  // The page follows the language in which we ask.
  const { language: locale } = asks;
  const { text = '', ...rest } = activity;
  const channelData = { ...activity.channelData, [readOut]: spoken(text, asks, words) };
  if (asks.answer !== 'several' && asks.answer !== 'ranked') return { ...activity, locale, channelData, ...suggested(asks) };
  return {
    ...rest,
    locale,
    channelData,
    attachments: [{ contentType: adaptiveCardType, content: askingCard(text, asWebChatReads(asks), words) }],
  };
}

/** What the client reads out instead of a message and all that hangs on it. */
const readOut = 'webchat:fallback-text';

/** The words beside a box to tick are Markdown to Web Chat; those of a list are not. */
function asWebChatReads(asks: Asks): Asks {
  if (asks.answer !== 'several') return asks;
  return { ...asks, options: asks.options.map(({ label, say = label, ...option }) => ({ ...option, say, label: lineLiteral(label) })) };
}

function suggested({ options, skip }: Asks): Pick<Rendered, 'suggestedActions'> {
  const actions = [...options, ...(skip ? [skip] : [])].map(button);
  return actions.length > 0 ? { suggestedActions: { to: [], actions } } : {};
}

/** A button says its label, so that the conversation reads the same whether it was pressed or typed. */
function button({ label, say }: AskedOption) {
  return { type: 'imBack', title: label, value: say ?? label };
}
