import type { Texting } from '#approaches';
import type { Wanted } from '#directory';
import { plain } from '#language/hearing/clean.ts';
import { phrases } from '#language/lexicon/phrases.ts';
import { hearChoice } from '../../consultation/hearChoice.ts';
import { answerOf, askedOfThis } from '../../questions.ts';
import { textIt, textItOption, textingOf } from '../../texting/door.ts';
import type { Turn } from '../../turn.ts';
import { knownOf, linesToText, sayDetails } from '../details.ts';
import { shortened } from '../inWords.ts';
import { hereIn, next, stayNear, wantedIn } from '../look.ts';
import type { Onward, Stage, Step } from '../step.ts';

/** As it is read back. Characters. */
const longestName = 60;

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
    putWhatNext(step);
  },

  async hear(step) {
    const heard = hearChoice(step.turn, options(step));
    if (heard === 'list' || heard === 'report') return { to: heard };
    if (heard === 'another') return { to: 'need' };
    if (heard === textIt && step.texting) return texted(step, step.texting);
    if (saysItIsWrong(step.turn)) return { to: 'report' };
    const wanted = askedOfThis(step.turn) ? undefined : wantedIn(step, step.turn.said);
    if (wanted) return lookFor(step, wanted);
    return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
  },

  async answer(step) {
    const { turn, state, directory } = step;
    const asked = askedOfThis(turn);
    const [service] = asked && state.showing ? await directory.search.again([state.showing]) : [];
    if (!asked || !service) return false;
    const kept = state.found.find(({ id }) => id === service.id);
    turn.tell(answerOf(turn, asked, knownOf(turn, service, kept)));
    if (turn.room.buttons) putWhatNext(step);
    return true;
  },

  back: () => ({ to: 'list' }),
  options,
};

/** They need something else now, near the same place unless they name another. */
async function lookFor(step: Step, wanted: Wanted): Promise<Onward> {
  step.state.wanted = wanted;
  const { here } = await hereIn(step, step.turn.said);
  return { to: here ? await stayNear(step, here) : await next(step) };
}

function saysItIsWrong(turn: Turn): boolean {
  const said = ` ${plain(turn.said)} `;
  return [...phrases(turn.words('services.wrongWords'))].some((phrase) => said.includes(` ${phrase} `));
}

/** Without saying once more what was said of it. */
export function putWhatNext(step: Step): void {
  const { turn, state } = step;
  turn.ask(
    { about: `services:one:${state.showing}`, text: turn.words('services.whatNext'), options: options(step), answer: 'one' },
    state.page,
  );
}

async function texted({ turn, state, directory }: Step, texting: Texting): Promise<Onward> {
  const [service] = state.showing ? await directory.search.again([state.showing]) : [];
  if (!service) return { to: 'one' };
  const { name } = service.record;
  return { over: textingOf(turn, texting, shortened(name, longestName), linesToText(turn, service)) };
}

function options({ turn, texting }: Step) {
  return [
    { key: 'list', label: turn.words('services.backToList') },
    ...textItOption(turn, texting),
    { key: 'report', label: turn.words('services.reportWrong') },
    { key: 'another', label: turn.words('services.another') },
  ];
}
