import { hearWhere, whereOptions, whereText } from '../../places/where.ts';
import { next, stayNear, wantedIn } from '../look.ts';
import type { Stage } from '../step.ts';

/** Where they are, if it matters. */
export const where: Stage = {
  put({ turn, state }) {
    const { where } = state;
    turn.ask({ about: 'services:where', text: whereText(turn, where), options: whereOptions(turn, where), answer: 'one' }, state.page);
  },

  async hear(step) {
    const { turn, state, places } = step;
    const heard = await hearWhere(turn, places, state.where);
    if ('unclear' in heard) {
      const wanted = wantedIn(step, turn.said);
      if (!wanted) return heard;
      state.wanted = wanted;
      state.where = { choices: [] };
      return { to: await next(step) };
    }
    if ('again' in heard) {
      state.where = heard.again;
      return { to: 'where' };
    }
    state.where = { choices: [] };
    return { to: await stayNear(step, heard.near) };
  },

  back: () => ({ to: 'need' }),
  options: ({ turn, state }) => whereOptions(turn, state.where),
};
