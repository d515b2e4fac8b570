import { randomUUID } from 'node:crypto';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { londonDay } from '#calendar/londonDay.ts';
import { type Consultations, definitionOf, type LiveConsultation } from '#consultations';
import { aboutYouKey, newReference, respondentKey } from '#consultations/keys.ts';
import { type Turn, turnOf } from '../turn.ts';
import { enter, sayIfNotOpen } from './enter.ts';
import { hearInAStage, putStage } from './hear.ts';
import { stageFromAnswers } from './onward.ts';
import type { ConsultationState, Step } from './step.ts';

export const consultationDialogId = 'consultation';

/** How a consultation ended: the menu is wanted, or everything is said. */
export interface ConsultationEnded {
  readonly end: 'menu' | 'quiet';
}

/** Choose, begin or resume, ask one question at a time, check and send. */
export class ConsultationDialog extends Dialog<{ key: string }> {
  readonly #consultations: Consultations;

  constructor(consultations: Consultations) {
    super(consultationDialogId);
    this.#consultations = consultations;
  }

  override async beginDialog(dc: DialogContext, options?: { key: string }): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const consultation = published(turn, options?.key ?? '');
    const state = await enter(turn, consultation, this.#consultations);
    if (!state) return dc.endDialog({ end: 'quiet' });
    const step = stepOf(turn, consultation, state);
    if (state.stage === 'ask') state.stage = stageFromAnswers(step);
    putStage(step);
    return stay(dc, state);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = kept(dc);
    const consultation = published(turn, state.key);
    if (!sayIfNotOpen(turn, consultation)) return dc.endDialog({ end: 'quiet' });
    const step = stepOf(turn, consultation, state);
    const onward = hearInAStage(step);
    if ('another' in onward) return dc.replaceDialog(consultationDialogId, { key: onward.another });
    if ('end' in onward) return dc.endDialog({ end: onward.end });
    return stay(dc, state);
  }
}

/** People in the middle of a response finish the version that they started. */
function stepOf(turn: Turn, { secret, definition }: LiveConsultation, state: ConsultationState): Step {
  const newResponse = () => {
    const id = randomUUID();
    return {
      id,
      reference: newReference(),
      respondentKey: respondentKey(secret, turn.contactPointId),
      aboutYouKey: aboutYouKey(secret, id),
    };
  };
  const theirs = definitionOf(turn.catalogue, state.key, state.version) ?? definition;
  return { turn, definition: theirs, state, newResponse, today: londonDay(turn.now) };
}

function published({ catalogue }: Turn, key: string): LiveConsultation {
  const consultation = catalogue.live.find((each) => each.key === key);
  if (!consultation) throw new Error(`consultation ${key} is not published`);
  return consultation;
}

/** The dialog stack hands back what it was given, whether kept in memory or in the database. */
function kept(dc: DialogContext): ConsultationState {
  const state = dc.activeDialog?.state as { readonly consultation: ConsultationState } | undefined;
  if (!state) throw new Error('no consultation is under way');
  return state.consultation;
}

function stay(dc: DialogContext, state: ConsultationState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = { consultation: state };
  return Dialog.EndOfTurn;
}
