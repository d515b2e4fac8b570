import { needsOffered } from '#directory/needs.ts';
import { hearOption } from '#language/hearing/options.ts';
import { hereIn, next, stayNear, wantedIn } from '../look.ts';
import type { Stage, Step } from '../step.ts';

/** Own words shorter than this find too much. Letters. */
const fewestLetters = 3;

/** What they need: one of a few, or in their own words. */
export const need: Stage = {
  put(step) {
    const { turn, state } = step;
    turn.ask({ about: 'services:need', text: turn.words('services.whatNeed'), options: options(step), answer: 'one' }, state.page);
  },

  async hear(step) {
    const { turn, state } = step;
    const chosen = hearOption(
      turn.said,
      options(step).map(({ key, label }) => ({ key, labels: [label] })),
      turn.language,
    );
    const offered = chosen.ok ? needsOffered.find((each) => each === chosen.value) : undefined;
    const wanted =
      (chosen.ok && chosen.sure && offered ? { need: offered } : undefined) ?? wantedIn(step, turn.said) ?? (offered && { need: offered });
    if (!wanted && turn.said.replace(/\P{L}/gu, '').length < fewestLetters) return { unclear: 'services.unclearNeed' };
    const { here, rest } = await hereIn(step, turn.said);
    state.wanted = wanted ?? { words: rest };
    return { to: here ? await stayNear(step, here) : await next(step) };
  },

  back: () => ({ end: 'menu' }),
  options,
};

function options({ turn }: Step) {
  return needsOffered.map((key) => ({ key, label: turn.words(`needNames.${key}`) }));
}
