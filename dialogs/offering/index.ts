import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { plain } from '#language/hearing/clean.ts';
import { type Command, commandWords, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage, languageNames } from '#language/hearing/languageNames.ts';
import type { SentenceArguments, SentenceKey } from '#language/words.ts';
import type { OfferKind } from '#offers';
import { hearConsent } from '../consultation/hearChoice.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { shortened } from '../services/inWords.ts';
import { isTaught } from '../taughtCommand.ts';
import { type Turn, turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { type OfferingOptions, offeringDialogId } from './door.ts';
import { event } from './records/event.ts';
import { opportunity } from './records/opportunity.ts';
import { service } from './records/service.ts';
import { leftOut, type OfferAnswers, type Offering, type OfferingServices, type OfferQuestion } from './step.ts';

const offerings: Readonly<Record<OfferKind, Offering>> = { service, event, opportunity };

interface OfferingState extends OfferingOptions {
  readonly answers: OfferAnswers;
  readonly tries: number;
}

/** Read back in one text with the question and its options. Characters. */
const longestSummary = 120;

/** A group offers a service, an event or a way to help: short questions, then it waits for an officer. */
export class OfferingDialog extends Dialog<OfferingOptions> {
  readonly #services: OfferingServices;

  constructor(services: OfferingServices) {
    super(offeringDialogId);
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, { offer }: OfferingOptions = { offer: 'service' }): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    turn.say(`offeringIntros.${offer}`);
    return put(dc.activeDialog, turn, { offer, answers: {}, tries: 0 });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = dc.activeDialog?.state as OfferingState;
    const question = nextQuestion(state);
    const command = hearCommand(turn.said, turn.language);
    if (command && command !== 'more' && (isTaught(turn, command) || question?.options)) return obey(dc, turn, state, command);
    const language = hearLanguage(turn.said);
    if (language && plain(turn.said) === plain(languageNames[language])) {
      turn.speak(language);
      turn.say('root.languageChanged');
      return put(dc.activeDialog, turn, state);
    }
    if (!question) return send(dc, turn, state);
    const { answers, tries } = state;
    const heard = await question.hear({ turn, answers, tries, services: this.#services });
    if ('unclear' in heard) return again(dc.activeDialog, turn, state, heard);
    return put(dc.activeDialog, turn, { ...state, answers: { ...answers, [question.key]: heard.value }, tries: 0 });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    put(instance, turnOf(context), instance.state as OfferingState);
  }
}

function obey(
  dc: DialogContext,
  turn: Turn,
  state: OfferingState,
  command: Exclude<Command, 'more'>,
): DialogTurnResult | Promise<DialogTurnResult> {
  const question = nextQuestion(state);
  switch (command) {
    case 'menu':
      turn.say('offering.dropped');
      return dc.endDialog({ end: 'menu' });
    case 'pause':
      turn.say('offering.dropped');
      return dc.endDialog({ end: 'quiet' });
    case 'back':
      return put(dc.activeDialog, turn, { ...state, answers: withoutLast(state), tries: 0 });
    case 'help':
      turn.say('prompts.commands');
      return put(dc.activeDialog, turn, state);
    case 'skip':
      if (!question) return again(dc.activeDialog, turn, state, { unclear: 'prompts.nothingToSkip' });
      if (question.needed) return again(dc.activeDialog, turn, state, { unclear: 'prompts.needsAnswer' });
      return put(dc.activeDialog, turn, { ...state, answers: { ...state.answers, [question.key]: leftOut }, tries: 0 });
  }
}

function send(dc: DialogContext, turn: Turn, state: OfferingState): DialogTurnResult | Promise<DialogTurnResult> {
  const yes = hearConsent(turn, sendOptions(turn));
  if (yes === undefined) return again(dc.activeDialog, turn, state, { unclear: 'prompts.unclearYesNo' });
  if (yes) {
    const id = randomUUID();
    const { offer, answers } = state;
    turn.record({ kind: 'offerMade', id, offer, record: offerings[offer].record(id, answers), language: turn.language });
  }
  turn.say(yes ? 'offering.thanks' : 'offering.dropped');
  return dc.endDialog({ end: 'quiet' });
}

function again(
  instance: DialogInstance | undefined,
  turn: Turn,
  state: OfferingState,
  { unclear, args }: { readonly unclear: SentenceKey; readonly args?: SentenceArguments },
): DialogTurnResult {
  sayWhyUnclear(turn, unclear, args);
  return put(instance, turn, { ...state, tries: state.tries + 1 });
}

function put(instance: DialogInstance | undefined, turn: Turn, state: OfferingState): DialogTurnResult {
  const question = nextQuestion(state);
  if (instance) instance.state = state;
  if (question) ask(turn, state.offer, question);
  else {
    const name = shortened(offerings[state.offer].summary(turn, state.answers), longestSummary);
    turn.ask({ about: 'offering:send', text: turn.words('offering.check', { name }), options: sendOptions(turn), answer: 'one' }, 0);
  }
  return Dialog.EndOfTurn;
}

function ask(turn: Turn, offer: OfferKind, { key, needed, options }: OfferQuestion): void {
  const skip = { key: 'skip', label: turn.words('prompts.skip'), say: commandWords[turn.language].skip };
  const leave = needed ? {} : turn.room.buttons ? { skip } : { hint: turn.words('prompts.orSkip') };
  const text = turn.words(`offeringQuestions.${offer}_${key}` as SentenceKey);
  turn.ask({ about: `offering:${offer}:${key}`, text, options: options?.(turn) ?? [], answer: options ? 'one' : 'words', ...leave }, 0);
}

/** The first that is neither answered nor left out. */
function nextQuestion({ offer, answers }: OfferingState): OfferQuestion | undefined {
  return offerings[offer].questions.find(({ key }) => answers[key] === undefined);
}

/** BACK takes back the last answer. */
function withoutLast({ offer, answers }: OfferingState): OfferAnswers {
  const last = offerings[offer].questions.findLast(({ key }) => answers[key] !== undefined);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== last?.key));
}

function sendOptions(turn: Turn) {
  return [
    { key: 'send', label: turn.words('consultation.send') },
    { key: 'drop', label: turn.words('offering.drop') },
  ];
}
