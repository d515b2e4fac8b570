import { commandWords } from '#language/hearing/commands.ts';
import { hearOptions } from '#language/hearing/options.ts';
import type { Opportunity } from '#volunteering';
import { hearClearYesNo } from '../consultation/hearChoice.ts';
import { hearListed, more } from '../hearListed.ts';
import { doesNotMatter, hearWhere, whereOptions, whereText } from '../places/where.ts';
import type { Turn } from '../turn.ts';
import { barriersOf, inAList } from './inWords.ts';
import { askOne, type Stage, type Step } from './step.ts';
import { takeWish, wishIn } from './wish.ts';

/** As many as a person takes in at a time, and as two text messages hold. */
const shownAtOnce = 3;

/** What would keep them from helping: only what fits is shown. */
export const barrierKeys = ['oneOff', 'underTwoHours', 'expensesPaid', 'stepFree', 'noDbs'] as const;

const barrierOptions = (turn: Turn) => barrierKeys.map((key) => ({ key, label: turn.words(`volunteering.${key}`) }));

export const barriers: Stage = {
  async put({ turn }) {
    const skip = { key: 'skip', label: turn.words('volunteering.anything'), say: commandWords[turn.language].skip };
    const hint = turn.words(turn.room.buttons ? 'prompts.choicesHintShort' : 'volunteering.barriersHint');
    turn.ask(
      {
        about: 'volunteering:barriers',
        text: turn.words('volunteering.barriers'),
        options: barrierOptions(turn),
        answer: 'several',
        hint,
        skip,
      },
      0,
    );
  },

  async hear(step) {
    const { turn, state } = step;
    const heard = hearOptions(
      turn.said,
      barrierOptions(turn).map(({ key, label }) => ({ key, labels: [label] })),
      turn.language,
    );
    if (heard.ok) state.barriers = heard.value;
    else if (doesNotMatter(turn) || hearClearYesNo(turn) === false) state.barriers = [];
    // Whoever says what they like to do, or where, has answered what is asked next.
    else if (/\d/.test(turn.said) || !(await takeWish(step, turn.said))) return { unclear: 'prompts.unclearChoices' };
    return { to: state.near ? 'list' : 'where' };
  },

  skip({ state }) {
    state.barriers = [];
    return { to: state.near ? 'list' : 'where' };
  },
};

export const where: Stage = {
  async put({ turn, state }) {
    const options = whereOptions(turn, state.where);
    turn.ask({ about: 'volunteering:where', text: whereText(turn, state.where), options, answer: 'one' }, 0);
  },

  async hear({ turn, state, services }) {
    const heard = await hearWhere(turn, services.places, state.where);
    if ('unclear' in heard) return heard;
    if ('again' in heard) {
      state.where = heard.again;
      return { to: 'where' };
    }
    if (heard.near) state.near = { key: heard.near.key, name: heard.near.name };
    else delete state.near;
    return { to: 'list' };
  },

  back: 'barriers',
  mayLeave: true,
};

const other = 'other';

/** A few at a time. Nothing found is never the end: without what was said first, then without what stands in the way, then without both. */
export const list: Stage = {
  async put(step) {
    const { turn, state } = step;
    const found = await look(step);
    if (found.length === 0) {
      turn.say('volunteering.nothing');
      askOne(step, turn.words('volunteering.tryAgain'), [{ key: other, label: turn.words('volunteering.other') }]);
      return;
    }
    state.found = found.map(({ id, title }) => ({ id, title }));
    const shown = found.slice(state.from, state.from + shownAtOnce);
    const rest = found.length > shownAtOnce ? [{ key: more, label: turn.words('volunteering.more') }] : [];
    const options = [
      ...shown.map((each) => ({ key: each.id, label: inAList(turn, each), say: each.title })),
      ...rest,
      { key: other, label: turn.words('volunteering.other') },
    ];
    askOne(step, turn.words('volunteering.found', { count: found.length }), options);
  },

  async hear({ turn, state }) {
    const listed = state.found.slice(state.from, state.from + shownAtOnce).map(({ id, title }) => ({ key: id, label: title }));
    const rest = state.found.length > shownAtOnce ? [{ key: more, label: turn.words('volunteering.more') }] : [];
    const heard = hearListed(turn, listed, [...rest, { key: other, label: turn.words('volunteering.other') }]);
    if (!heard.ok || !heard.sure) {
      // Not one of them, so what they would rather do.
      state.words = wishIn(turn, turn.kept);
      state.from = 0;
      return { to: 'list' };
    }
    if (heard.value === more) {
      state.from = state.from + shownAtOnce < state.found.length ? state.from + shownAtOnce : 0;
      return { to: 'list' };
    }
    state.from = 0;
    if (heard.value === other) {
      Object.assign(state, { words: '', barriers: [], found: [] });
      delete state.near;
      return { to: 'barriers' };
    }
    state.chosen = heard.value;
    return { to: 'one' };
  },

  back: 'where',
  mayLeave: true,
};

async function look({ turn, state, services }: Step): Promise<readonly Opportunity[]> {
  const { volunteering, places } = services;
  const near = state.near && (await places.at(state.near.key))?.point;
  const wanted = { words: state.words, near, barriers: barriersOf(state.barriers) };
  const ways = [wanted, { ...wanted, words: '' }, { ...wanted, barriers: {} }, { ...wanted, words: '', barriers: {} }];
  for (const [way, wish] of ways.entries()) {
    const found = await volunteering.search(wish);
    if (found.length === 0) continue;
    const widened = JSON.stringify(wish) !== JSON.stringify(wanted);
    if (way > 0 && widened) turn.say('volunteering.nothingLike');
    return found;
  }
  return [];
}
