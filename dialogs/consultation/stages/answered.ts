import { lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import { hearChoice } from '../hearChoice.ts';
import { askOne, type Onward, type Stage, type Step } from '../step.ts';

/** The person has sent this before: it may be changed or deleted until it closes. */
export const answered: Stage = {
  put(step) {
    const { turn, definition } = step;
    const title = textIn(definition.title, turn.language);
    const date = lastDayInWords(new Date(definition.closesAt), turn.language);
    askOne(step, turn.words('consultation.answeredBefore', { title, date }), options(step));
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
