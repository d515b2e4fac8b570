import { hearChoice } from '../../consultation/hearChoice.ts';
import { wantedInWords } from '../inWords.ts';
import { hereAlone, lookFurther, next, stayNear, wantedIn } from '../look.ts';
import type { Stage, Step } from '../step.ts';

/** Nothing found is no dead end: look further, ask for something else, or ask the council. */
export const nothing: Stage = {
  put(step) {
    const { turn, state, directory } = step;
    const need = wantedInWords(turn, state.wanted);
    if (state.place) turn.say('services.nothingNear', { need, place: state.place.name });
    else turn.say('services.nothing', { need });
    const contact = directory.councilContact;
    const text = contact ? turn.words('services.askCouncil', { contact }) : turn.words('services.whatNext');
    turn.ask({ about: 'services:nothing', text, options: options(step), answer: 'one' }, state.page);
  },

  async hear(step) {
    const { turn, state } = step;
    const heard = hearChoice(turn, options(step));
    if (heard === 'further') {
      const to = await lookFurther(step);
      // Nothing is further away either: from here on that is not offered.
      if (to === 'nothing') state.place = null;
      return { to };
    }
    if (heard === 'another') return { to: 'need' };
    if (heard === 'menu') return { end: 'menu' };
    const wanted = wantedIn(step, turn.said);
    const alone = wanted ? undefined : await hereAlone(step);
    if (alone) return { to: await stayNear(step, alone) };
    if (!wanted) return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
    state.wanted = wanted;
    return { to: await next(step) };
  },

  back: ({ state }) => ({ to: state.place === undefined ? 'need' : 'where' }),
  options,
};

function options({ turn, state }: Step) {
  const further = state.place ? [{ key: 'further', label: turn.words('services.further') }] : [];
  return [...further, { key: 'another', label: turn.words('services.another') }, { key: 'menu', label: turn.words('services.toMenu') }];
}
