import { textIn } from '#language/languages.ts';
import { placeName } from '#places/name.ts';
import type { AskedOption } from '../../asking.ts';
import { hearChoice } from '../hearChoice.ts';
import { sayAnother } from '../others.ts';
import { askOne, type Stage, type Step } from '../step.ts';

const elsewhere = 'elsewhere';

/** A consultation for some places asks first where the person lives. */
export const place: Stage = {
  put(step) {
    const { turn, definition } = step;
    const text = turn.words('consultation.whereDoYouLive', { title: textIn(definition.title, turn.language) });
    askOne(step, text, options(step));
  },

  hear(step) {
    const { turn, definition, state } = step;
    const heard = hearChoice(turn, options(step));
    if (heard === undefined) return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
    if (heard !== elsewhere) {
      state.place = heard;
      return { to: 'intro' };
    }
    const places = new Intl.ListFormat(turn.language).format(definition.places.map(placeName));
    turn.say('consultation.notForThisPlace', { title: textIn(definition.title, turn.language), places });
    sayAnother(turn, definition.key);
    return { end: 'quiet' };
  },

  back: () => ({ end: 'menu' }),
  options,
};

function options({ turn, definition }: Step): readonly AskedOption[] {
  const places = definition.places.map((key) => ({ key, label: placeName(key) }));
  return [...places, { key: elsewhere, label: turn.words('consultation.elsewhere') }];
}
