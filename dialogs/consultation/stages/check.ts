import { dayLabel } from '#consultations/label.ts';
import { infosBefore, previousQuestion } from '#consultations/survey.ts';
import { textIn } from '#language/languages.ts';
import { takeBack } from '../answer.ts';
import { hearChoice, hearClearYesNo } from '../hearChoice.ts';
import { stageFromAnswers } from '../onward.ts';
import { answersSoFar, askOne, type Stage, type Step } from '../step.ts';

/** Everything is answered: nothing is sent until the person says so. */
export const check: Stage = {
  put(step) {
    const { turn, definition, state } = step;
    if (state.tries === 0) {
      for (const info of infosBefore(definition, answersSoFar(step), undefined)) turn.tell(textIn(info.text, turn.language));
    }
    askOne(step, turn.words('consultation.check'), options(step));
  },

  hear(step) {
    const yes = hearClearYesNo(step.turn);
    const heard = yes === undefined ? hearChoice(step.turn, options(step)) : yes ? 'send' : 'look';
    if (heard === undefined) return { unclear: 'prompts.unclearChoice', args: { count: options(step).length } };
    if (heard === 'look') return { to: 'review' };
    send(step);
    return { end: 'sent' };
  },

  back(step) {
    if (step.turn.inHand?.submitted) return { to: 'review' };
    if (step.state.wish === 'no') {
      delete step.state.wish;
      return { to: stageFromAnswers(step) };
    }
    const previous = previousQuestion(step.definition, answersSoFar(step));
    if (previous) takeBack(step, previous.key);
    return { to: stageFromAnswers(step) };
  },

  options,
};

function options({ turn }: Step) {
  return [
    { key: 'send', label: turn.words('consultation.send') },
    { key: 'look', label: turn.words('consultation.look') },
  ];
}

function send({ turn, definition }: Step): void {
  const { inHand, language } = turn;
  if (!inHand) throw new Error('nothing in hand to send');
  turn.record({ kind: 'responseSubmitted', responseId: inHand.id, language });
  turn.record({ kind: 'responseLaidDown' });
  if (definition.thanks) turn.tell(textIn(definition.thanks, language));
  else turn.say('consultation.thanks');
  turn.say('consultation.reference', { reference: inHand.reference });
  if (definition.decisionOn) {
    const maker = textIn(definition.decisionMaker, language);
    turn.say('consultation.decidedOn', { maker, date: dayLabel(definition.decisionOn, language) });
  }
}
