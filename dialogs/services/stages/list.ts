import type { AskedOption } from '../../asking.ts';
import { hearListed, more } from '../../hearListed.ts';
import { lineOf, wantedInWords } from '../inWords.ts';
import { hereAlone, hereIn, next, stayNear, wantedIn } from '../look.ts';
import type { Onward, Stage, Step } from '../step.ts';

/** More at once is a list to study, not an answer. */
const shownAtOnce = 3;

const another = 'another';

/** At most three that fit, the nearest and best first. */
export const list: Stage = {
  async put(step) {
    const { turn, state } = step;
    const args = { need: wantedInWords(turn, state.wanted), place: state.place?.name ?? '' };
    const text = turn.words(state.place ? 'services.foundNear' : 'services.found', args);
    turn.ask({ about: `services:list:${state.from}`, text, options: await linesOf(step), answer: 'one' }, 0);
  },

  async hear(step) {
    const { turn, state } = step;
    const heard = hearListed(turn, named(step), onward(step));
    if (heard.ok && heard.value === another) return { to: 'need' };
    if (heard.ok && heard.value === more) return moreOf(step);
    if (heard.ok && heard.sure) return toOne(step, heard.value);
    const wanted = wantedIn(step, turn.said);
    const { here } = await hereIn(step, turn.said);
    if (wanted) state.wanted = wanted;
    if (here) return { to: await stayNear(step, here) };
    if (state.where.choices.length > 0) return { to: 'where' };
    if (wanted) return { to: await next(step) };
    const alone = await hereAlone(step);
    if (alone) return { to: await stayNear(step, alone) };
    return heard.ok
      ? toOne(step, heard.value)
      : { unclear: 'prompts.unclearChoice', args: { count: named(step).length + onward(step).length } };
  },

  back: ({ state }) => {
    if (state.from === 0) return { to: state.place === undefined ? 'need' : 'where' };
    state.from = Math.max(0, state.from - shownAtOnce);
    return { to: 'list' };
  },
  options: (step) => [...named(step), ...onward(step)],
  more: (step) => void moreOf(step),
};

/** The next three, and after the last the first again. */
function moreOf({ state }: Step): Onward {
  const from = state.from + shownAtOnce;
  state.from = from < state.found.length ? from : 0;
  return { to: 'list' };
}

function toOne({ state }: Step, id: string): Onward {
  state.showing = id;
  return { to: 'one' };
}

function shown({ state }: Step) {
  return state.found.slice(state.from, state.from + shownAtOnce);
}

async function linesOf(step: Step): Promise<readonly AskedOption[]> {
  const { turn, directory } = step;
  const kept = shown(step);
  const now = await directory.search.again(kept.map(({ id }) => id));
  const lines = kept.map((each) => {
    const service = now.find(({ id }) => id === each.id);
    return { key: each.id, label: lineOf(turn, each, service), say: each.name };
  });
  return [...lines, ...onward(step)];
}

/** As they are heard: by number, or by the service's name. */
function named(step: Step): readonly AskedOption[] {
  return shown(step).map(({ id, name }) => ({ key: id, label: name }));
}

function onward({ turn, state }: Step): readonly AskedOption[] {
  const others = state.found.length > shownAtOnce ? [{ key: more, label: turn.words('services.more') }] : [];
  return [...others, { key: another, label: turn.words('services.another') }];
}
