import { hearChoice } from '../../consultation/hearChoice.ts';
import { sayDetails } from '../details.ts';
import type { Stage, Step } from '../step.ts';

/** All about one service, and what to do next. */
export const one: Stage = {
  async put(step) {
    const { turn, state, directory } = step;
    const [service] = state.showing ? await directory.search.again([state.showing]) : [];
    if (service)
      sayDetails(
        turn,
        service,
        state.found.find(({ id }) => id === service.id),
      );
    else turn.say('services.gone');
    turn.ask(
      { about: `services:one:${state.showing}`, text: turn.words('services.whatNext'), options: options(step), answer: 'one' },
      state.page,
    );
  },

  async hear(step) {
    const heard = hearChoice(step.turn, options(step));
    if (heard === 'list' || heard === 'report') return { to: heard };
    if (heard === 'another') return { to: 'need' };
    return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
  },

  back: () => ({ to: 'list' }),
  options,
};

function options({ turn }: Step) {
  return [
    { key: 'list', label: turn.words('services.backToList') },
    { key: 'report', label: turn.words('services.reportWrong') },
    { key: 'another', label: turn.words('services.another') },
  ];
}
