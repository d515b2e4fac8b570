import { hearOption, hearOptions } from '#language/hearing/options.ts';
import type { SentenceKey } from '#language/words.ts';
import { everywhere, type Topic, wording } from '#people/topics.ts';
import type { AskedOption } from '../asking.ts';
import { inWords, placeOptions, topicOptions, type UpdatesState, type UpdatesStep } from './step.ts';

/** What follows from what was heard: another stage, the end, or nothing that was understood. */
export type Onward = { readonly to: UpdatesState['stage'] } | { readonly end: 'menu' | 'quiet' } | undefined;

export interface UpdatesStage {
  put(step: UpdatesStep): void;
  hear(step: UpdatesStep): Onward | Promise<Onward>;
  back(step: UpdatesStep): Onward;
  /** Why a reply was not understood. */
  unclear(step: UpdatesStep): 'prompts.unclearChoice' | 'prompts.unclearChoices' | 'updates.unknownPlace';
  options(step: UpdatesStep): readonly AskedOption[];
}

/** See what one hears about, change it or end it. */
const yours: UpdatesStage = {
  unclear: () => 'prompts.unclearChoice',
  options: ({ turn }) => [
    { key: 'change', label: turn.words('updates.change') },
    { key: 'end', label: turn.words('updates.end') },
    { key: 'keep', label: turn.words('updates.keep') },
  ],
  put(step) {
    const { turn, state, before } = step;
    const asked = before.topics.length > 0 ? [turn.words('updates.yours', inWords(turn, before))] : [];
    const text = [...asked, ...(before.ownAnswers ? [turn.words('updates.yourAnswers')] : [])].join('\n');
    turn.ask({ about: 'updates:yours', text, options: yours.options(step), answer: 'one' }, state.page);
  },
  hear(step) {
    const { turn } = step;
    const heard = hearOption(turn.said, labelled(yours.options(step)), turn.language);
    if (!heard.ok) return undefined;
    if (heard.value === 'change') return { to: 'topics' };
    if (heard.value === 'keep') turn.say('updates.kept');
    else {
      record(step, [], []);
      turn.say('updates.ended');
    }
    return { end: 'quiet' };
  },
  back: () => ({ end: 'menu' }),
};

function askSeveral({ turn, state }: UpdatesStep, sentence: SentenceKey, options: readonly AskedOption[]): void {
  const hint = turn.words(turn.room.buttons ? 'prompts.choicesHintShort' : 'prompts.choicesHint');
  turn.ask({ about: `updates:${state.stage}`, text: turn.words(sentence), options, hint, answer: 'several' }, state.page);
}

/** Each topic that is chosen is a permission of its own. */
const topics: UpdatesStage = {
  unclear: () => 'prompts.unclearChoices',
  options: topicOptions,
  put: (step) => askSeveral(step, 'updates.whichTopics', topicOptions(step)),
  hear(step) {
    const { turn, state } = step;
    const chosen = heardKeys(step, topicOptions(step));
    if (!chosen) return undefined;
    state.topics = chosen as readonly Topic[];
    if (step.knowsPlaces || placeOptions(step).length > 1) return { to: 'places' };
    return agreed(step, [everywhere], turn);
  },
  back: ({ state }) => (state.had ? { to: 'yours' } : { end: 'menu' }),
};

const places: UpdatesStage = {
  unclear: ({ knowsPlaces }) => (knowsPlaces ? 'updates.unknownPlace' : 'prompts.unclearChoices'),
  options: placeOptions,
  put: (step) => askSeveral(step, step.knowsPlaces ? 'updates.whichPlacesByName' : 'updates.whichPlaces', placeOptions(step)),
  async hear(step) {
    const chosen = heardKeys(step, placeOptions(step))?.flatMap((keys) => keys.split(' ')) ?? (await step.places.areas(step.turn.said));
    return chosen && agreed(step, chosen.includes(everywhere) ? [everywhere] : chosen, step.turn);
  },
  back: () => ({ to: 'topics' }),
};

export const stages: Readonly<Record<UpdatesState['stage'], UpdatesStage>> = { yours, topics, places };

function agreed(step: UpdatesStep, chosenPlaces: readonly string[], turn: UpdatesStep['turn']): Onward {
  record(step, step.state.topics, chosenPlaces);
  turn.say('updates.agreed', inWords(turn, { topics: step.state.topics, places: chosenPlaces }));
  turn.say('updates.howToChange');
  return { end: 'quiet' };
}

function record({ turn }: UpdatesStep, chosen: readonly Topic[], places: readonly string[]): void {
  const { contactPointId, channel, language } = turn;
  turn.record({ kind: 'subscribed', contactPointId, topics: chosen, places, wording, channel, language });
}

/** Nobody's permission is guessed: what is not sure is asked again. */
function heardKeys({ turn }: UpdatesStep, options: readonly AskedOption[]): readonly string[] | undefined {
  const heard = hearOptions(turn.said, labelled(options), turn.language);
  return heard.ok && (heard.sure || heard.value.length === options.length) ? heard.value : undefined;
}

function labelled(options: readonly AskedOption[]) {
  return options.map(({ key, label }) => ({ key, labels: [label] }));
}
