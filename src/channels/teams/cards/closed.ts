import type { Words } from '#language/words.ts';
import { textBlocks } from '../../cardText.ts';
import type { Kept } from '../pressed.ts';
import { type Card, card } from './card.ts';

/** A card after one of its buttons was pressed: what it asked, what was chosen, and nothing left to press. */
export function closedCard({ asked, language }: Kept, chosen: string, words: Words): Card {
  const said = words(language, 'teams.youChose', { answer: chosen.replaceAll('\n', ', ') });
  return closed(asked, said);
}

/** A card that was pressed when it was no longer asked. */
export function overtakenCard({ asked, language }: Kept, words: Words): Card {
  return closed(asked, words(language, 'teams.overtaken'));
}

function closed(asked: string, said: string): Card {
  return card({ text: `${asked}\n${said}`, body: [...textBlocks(asked, { isSubtle: true }), ...textBlocks(said, { weight: 'Bolder' })] });
}
