import { lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import { hearChoice } from '../hearChoice.ts';
import type { Onward, Stage, Step } from '../step.ts';

/** The person has sent this before: it may be changed or deleted until it closes. */
export const answered: Stage = {
  put(step) {
    const { turn, definition, state } = step;
    const title = textIn(definition.title, turn.language);
    const date = lastDayInWords(new Date(definition.closesAt), turn.language);
    turn.ask({ text: turn.words('consultation.answeredBefore', { title, date }), options: options(step) }, state.page);
  },

  hear(step) {
    const heard = hearChoice(step.turn, options(step));
    if (heard === 'change') return { to: 'review' };
    if (heard === 'takeBack') return { to: 'takeBack' };
    if (heard === 'leave') return keep(step);
    return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
  },

  back: keep,
  options,
};

function options({ turn }: Step) {
  return [
    { key: 'change', label: turn.words('consultation.change') },
    { key: 'takeBack', label: turn.words('consultation.takeBack') },
    { key: 'leave', label: turn.words('consultation.leave') },
  ];
}

function keep({ turn }: Step): Onward {
  turn.say('consultation.kept');
  turn.record({ kind: 'responseLaidDown' });
  return { end: 'quiet' };
}
