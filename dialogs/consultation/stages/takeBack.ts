import { textIn } from '#language/languages.ts';
import { hearConsent } from '../hearChoice.ts';
import { askOne, type Stage, type Step } from '../step.ts';

/** Deleting asks once more, and takes nothing but a clear yes. */
export const takeBackAll: Stage = {
  put(step) {
    const { turn, definition } = step;
    const text = turn.words('consultation.takeBackSure', { title: textIn(definition.title, turn.language) });
    askOne(step, text, options(step));
  },

  hear(step) {
    const { turn, definition } = step;
    const yes = hearConsent(turn, options(step));
    if (yes === false) return { to: 'answered' };
    if (!yes || !turn.inHand) return { unclear: 'prompts.unclearYesNo' };
    turn.record({ kind: 'responseWithdrawn', responseId: turn.inHand.id, aboutYouKey: turn.inHand.aboutYouKey });
    turn.record({ kind: 'responseLaidDown' });
    turn.say('consultation.takenBack', { title: textIn(definition.title, turn.language) });
    return { end: 'quiet' };
  },

  back: () => ({ to: 'answered' }),
  options,
};

function options({ turn }: Step) {
  return [
    { key: 'delete', label: turn.words('consultation.takeBackYes') },
    { key: 'keep', label: turn.words('consultation.takeBackNo') },
  ];
}
