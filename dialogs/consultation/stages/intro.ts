import { dayLabel } from '#consultations/label.ts';
import { minutes, questionsLeft } from '#consultations/progress.ts';
import { lastDayInWords } from '#language/dates.ts';
import { hearOptOut } from '#language/hearing/optOut.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import { textIn } from '#language/languages.ts';
import { hearChoice } from '../hearChoice.ts';
import { stageFromAnswers } from '../onward.ts';
import { askOne, type Stage, type Step } from '../step.ts';

/** What it is about and how long it takes, before anything is asked or kept. */
export const intro: Stage = {
  put(step) {
    const { turn, definition } = step;
    const text = turn.words('consultation.intro', {
      title: textIn(definition.title, turn.language),
      summary: textIn(definition.summary, turn.language),
      count: questionsLeft(definition, {}),
      minutes: minutes(definition),
    });
    askOne(step, text, options(step));
  },

  hear(step) {
    const { turn } = step;
    const { said, language } = turn;
    const yes = hearYesNo(said, language);
    if (yes.ok && !yes.value) {
      turn.say('root.anyTime');
      return { end: 'quiet' };
    }
    const heard = yes.ok || hearOptOut(said) === 'start' ? 'begin' : hearChoice(turn, options(step));
    if (heard === undefined) return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
    if (heard === 'more') {
      readMore(step);
      return { to: 'intro' };
    }
    start(step);
    return { to: stageFromAnswers(step) };
  },

  back: ({ definition }) => (definition.places.length > 0 ? { to: 'place' } : { end: 'menu' }),
  options,
};

function options({ turn }: Step) {
  return [
    { key: 'begin', label: turn.words('consultation.begin') },
    { key: 'more', label: turn.words('consultation.readMore') },
  ];
}

function readMore({ turn, definition }: Step): void {
  const { language } = turn;
  const maker = textIn(definition.decisionMaker, language);
  turn.say('consultation.whatIsDecided', { decision: textIn(definition.decision, language) });
  if (definition.decisionOn) turn.say('consultation.whoDecidesWhen', { maker, date: dayLabel(definition.decisionOn, language) });
  else turn.say('consultation.whoDecides', { maker });
  turn.say('consultation.openUntil', { date: lastDayInWords(new Date(definition.closesAt), language) });
  if (definition.privacy) turn.say('consultation.privacy', { link: definition.privacy });
}

function start({ turn, state, newResponse }: Step): void {
  const response = {
    ...newResponse(),
    consultationKey: state.key,
    versionNumber: state.version,
    channel: turn.channel,
    language: turn.language,
    place: state.place ?? null,
    council: state.council ?? null,
    minuteReference: state.minuteReference ?? null,
  };
  turn.record({ kind: 'responseStarted', response });
}
