import type { Words } from '#language/words.ts';
import { askingCard } from '../../askingCard.ts';
import type { Asks } from '../../channel.ts';
import type { Kept } from '../pressed.ts';
import { type Action, block, type Card, card } from './card.ts';

/** A longer question is shown by its beginning once it is answered. */
const mostKept = 400;

/** A question as a card that can be closed: each button carries what was asked. */
export function questionCard(text: string, asks: Asks, words: Words): Card {
  const asked = text.length > mostKept ? `${text.slice(0, mostKept)}...` : text;
  const written = asks.answer === 'line' || asks.answer === 'words';
  return closable(written ? writtenCard(text, asks, words) : (askingCard(text, asks, words) as Card), { asked, language: asks.language });
}

export function closable({ actions = [], ...rest }: Card, kept: Kept): Card {
  return { ...rest, actions: actions.map((action) => ({ ...action, data: { ...action.data, kept } })) };
}

/** A question that is answered by writing, on the card or, as ever, as a message. What options there are can be pressed all the same. */
function writtenCard(text: string, { about, answer, options, skip, language }: Asks, words: Words): Card {
  const field = {
    type: 'Input.Text',
    id: 'said',
    // The question itself stands above the field, as Teams shows a label in small letters.
    label: words(language, 'teams.yourAnswer'),
    isMultiline: answer === 'words',
    isRequired: true,
    errorMessage: words(language, 'teams.pleaseWrite'),
  };
  const send = { type: 'Action.Submit', title: words(language, 'prompts.send'), data: { about } };
  const others = [...options, ...(skip ? [skip] : [])].map(
    ({ label, say }): Action => ({ type: 'Action.Submit', title: label, data: { about, said: say ?? label }, associatedInputs: 'none' }),
  );
  return card({ text, body: [block(text), field], actions: [send, ...others] });
}
