import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { textOnly } from '#directory/record/text.ts';
import { hearCommand } from '#language/hearing/commands.ts';
import { hearConsent } from '../consultation/hearChoice.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { listingDialogId } from './door.ts';
import {
  type ListingAnswers,
  type ListingQuestion,
  listingQuestions,
  neededForAListing,
  nextListingQuestion,
  offeredService,
} from './record.ts';

/** What was answered so far: the position is the first question without an answer. An empty answer was left out. */
interface ListingState {
  readonly answers: ListingAnswers;
}

/** A line or two of a leaflet. Characters. */
const longestAnswer = 300;
const leftOut = '';

/** A group offers a new listing: six short questions, then it waits for an officer. */
export class ListingDialog extends Dialog {
  constructor() {
    super(listingDialogId);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    turn.say('listing.intro');
    return put(dc.activeDialog, turn, { answers: {} });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const answers = (dc.activeDialog?.state as ListingState | undefined)?.answers ?? {};
    const question = nextListingQuestion(answers);
    const command = hearCommand(turn.said, turn.language);
    if (command === 'menu') return dc.endDialog({ end: 'menu' });
    if (command === 'back') return put(dc.activeDialog, turn, { answers: withoutLast(answers) });
    if (!question) return send(dc, turn, answers);
    if (command === 'skip' && neededForAListing.includes(question)) turn.say('prompts.needsAnswer');
    else if (command === 'skip') return put(dc.activeDialog, turn, { answers: { ...answers, [question]: leftOut } });
    else if (command === 'help') turn.say('prompts.commands');
    else {
      const said = textOnly(turn.said).slice(0, longestAnswer);
      if (question === 'phone' && said.replace(/\D/g, '').length < 10) turn.say('listing.unclearPhone');
      else if (said === '') turn.say('prompts.emptyText');
      else return put(dc.activeDialog, turn, { answers: { ...answers, [question]: said } });
    }
    return put(dc.activeDialog, turn, { answers });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    put(instance, turnOf(context), instance.state as ListingState);
  }
}

async function send(dc: DialogContext, turn: Turn, answers: ListingAnswers): Promise<DialogTurnResult> {
  const yes = hearConsent(turn, options(turn));
  if (yes === undefined) {
    turn.say('prompts.unclearYesNo');
    return put(dc.activeDialog, turn, { answers });
  }
  if (yes) {
    const id = randomUUID();
    turn.record({ kind: 'listingOffered', id, record: offeredService(id, answers), language: turn.language });
  }
  turn.say(yes ? 'listing.thanks' : 'listing.dropped');
  return dc.endDialog({ end: 'quiet' });
}

function put(instance: DialogInstance | undefined, turn: Turn, state: ListingState): DialogTurnResult {
  const question = nextListingQuestion(state.answers);
  if (instance) instance.state = state;
  if (question) {
    const skippable = !neededForAListing.includes(question);
    const hint = skippable ? { hint: turn.words('prompts.orSkip') } : {};
    turn.ask({ about: `listing:${question}`, text: turn.words(`listingQuestions.${question}`), options: [], answer: 'words', ...hint }, 0);
  } else
    turn.ask(
      {
        about: 'listing:send',
        text: turn.words('listing.check', { name: state.answers.name ?? '' }),
        options: options(turn),
        answer: 'one',
      },
      0,
    );
  return Dialog.EndOfTurn;
}

/** BACK takes back the last answer. */
function withoutLast(answers: ListingAnswers): ListingAnswers {
  const last: ListingQuestion | undefined = listingQuestions.findLast((question) => answers[question] !== undefined);
  return Object.fromEntries(Object.entries(answers).filter(([question]) => question !== last));
}

function options(turn: Turn) {
  return [
    { key: 'send', label: turn.words('consultation.send') },
    { key: 'drop', label: turn.words('listing.drop') },
  ];
}
