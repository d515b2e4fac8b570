import type { TurnContext } from 'botbuilder';
import { hearOption } from '#language/hearing/options.ts';
import { nudgeAfterDays, type Volunteering, workingDaysLater } from '#volunteering';
import { type EnquiryAnswer, enquiryAnswers } from '#volunteering/facts.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { sayWhyUnclear } from '../unclear.ts';
import { type EnquiryOptions, type EnquiryWords, enquiryDialogId } from './door.ts';

/**
 * Tells a group of somebody who wants to help, and hears what came of it. We begin it; nobody opens it by words. Who it is and how they are
 * reached is put in as it is sent (`EnquiryWords`), so that the log never holds it.
 */
export class EnquiryDialog extends Dialog<EnquiryOptions> {
  readonly #volunteering: Volunteering;

  constructor(volunteering: Volunteering) {
    super(enquiryDialogId);
    this.#volunteering = volunteering;
  }

  override async beginDialog(dc: DialogContext, options?: EnquiryOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const enquiryId = options?.enquiryId ?? '';
    const enquiry = await this.#volunteering.openEnquiry(enquiryId);
    if (!enquiry) return dc.endDialog({ end: 'quiet' });
    const told = { title: enquiry.title, person: '{person}', reach: '{reach}' } satisfies Record<keyof EnquiryWords | 'title', string>;
    if (options?.again) turn.say('enquiry.again', told);
    else {
      turn.say('enquiry.told', told);
      const dueAt = workingDaysLater(turn.now, nudgeAfterDays);
      const again: EnquiryOptions = { enquiryId, again: true };
      const group = { contactPointId: turn.contactPointId };
      turn.record({ kind: 'approachPlanned', key: nudgeKey(enquiryId), with: group, dialog: enquiryDialogId, options: again, dueAt });
    }
    put(turn, enquiryId);
    if (dc.activeDialog) dc.activeDialog.state = { enquiryId };
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { enquiryId } = stateOf(dc.activeDialog);
    const answers = options(turn).map(({ key, label }) => ({ key, labels: [label] }));
    const heard = hearOption(turn.said, answers, turn.language);
    if (!heard.ok) {
      sayWhyUnclear(turn, 'prompts.unclearChoice', { count: answers.length });
      put(turn, enquiryId);
      return Dialog.EndOfTurn;
    }
    turn.record({ kind: 'enquiryAnswered', enquiryId, answer: heard.value as EnquiryAnswer });
    turn.record({ kind: 'approachDropped', key: nudgeKey(enquiryId) });
    turn.say('enquiry.thanks');
    return dc.endDialog({ end: 'quiet' });
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    put(turnOf(context), stateOf(instance).enquiryId);
  }
}

const nudgeKey = (enquiryId: string) => `enquiry ${enquiryId} again`;

function put(turn: Turn, enquiryId: string): void {
  turn.ask({ about: `enquiry:${enquiryId}`, text: turn.words('enquiry.what'), options: options(turn), answer: 'one' }, 0);
}

function options(turn: Turn) {
  return enquiryAnswers.map((key) => ({ key, label: turn.words(`enquiry.${key}`) }));
}

function stateOf(instance: DialogInstance | undefined): EnquiryOptions {
  const state = instance?.state as EnquiryOptions | undefined;
  if (!state) throw new Error('no group is asked anything');
  return state;
}
