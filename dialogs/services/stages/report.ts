import { randomUUID } from 'node:crypto';
import { reportKinds } from '#directory/facts.ts';
import { hearChoice } from '../../consultation/hearChoice.ts';
import type { Stage, Step } from '../step.ts';

/** What is wrong with an entry. An officer reads it; who said it is not kept. */
export const report: Stage = {
  put(step) {
    const { turn, state } = step;
    turn.ask(
      { about: `services:report:${state.showing}`, text: turn.words('services.whatWrong'), options: options(step), answer: 'one' },
      state.page,
    );
  },

  async hear(step) {
    const { turn, state } = step;
    const heard = hearChoice(turn, options(step));
    const what = reportKinds.find((kind) => kind === heard);
    if (!what || !state.showing) return { unclear: 'prompts.unclearChoice', args: { count: reportKinds.length } };
    turn.record({ kind: 'entryReported', id: randomUUID(), serviceId: state.showing, what, words: null });
    turn.say('services.reported');
    return { to: 'list' };
  },

  back: () => ({ to: 'one' }),
  options,
};

function options({ turn }: Step) {
  return reportKinds.map((key) => ({ key, label: turn.words(`serviceFaults.${key}`) }));
}
