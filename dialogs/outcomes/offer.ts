import { hearCommand } from '#language/hearing/commands.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import type { AskedOption, Asking } from '../asking.ts';
import { hearConsent } from '../consultation/hearChoice.ts';
import type { Turn } from '../turn.ts';
import { outcomesDialogId } from './door.ts';

type Speaking = Pick<Turn, 'words' | 'room'>;

/** The one question: who writes, what, how often, and how to end it. Where nobody can be written to later, whether to text them how. */
export function offered(turn: Speaking, councilName: string | undefined): Asking {
  const { words, room } = turn;
  const council = councilName ?? words('page.council');
  const text = words(room.answersOnly ? 'outcomes.offerByText' : 'outcomes.offer', { council });
  return { about: outcomesDialogId, text, options: optionsFor(turn), answer: 'one' };
}

function optionsFor({ words, room }: Speaking): readonly AskedOption[] {
  return [
    { key: 'tell', label: words(room.answersOnly ? 'outcomes.yesByText' : 'outcomes.yes') },
    { key: 'leave', label: words('outcomes.no') },
  ];
}

/** Nobody's yes is guessed; a no may be. */
export function hearAgreement(turn: Turn): boolean | undefined {
  const command = hearCommand(turn.said, turn.language);
  if (command) return command === 'skip' || command === 'pause' ? false : undefined;
  const clear = hearConsent(turn, optionsFor(turn));
  const heard = hearYesNo(turn.said, turn.language);
  return clear ?? (heard.ok && !heard.value ? false : undefined);
}

/** Not clear enough for a permission, but meant for us. */
export function soundsLikeYes({ said, language }: Turn): boolean {
  const heard = hearYesNo(said, language);
  return heard.ok && heard.value;
}
