import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { londonDay } from '#calendar/londonDay.ts';
import { type Consultations, definitionOf, type LiveConsultation } from '#consultations';
import { aboutYouKey, councilKey, newReference } from '#consultations/keys.ts';
import type { Councils } from '#people/councils/index.ts';
import { type Capacity, capacityOf } from '../council/capacity.ts';
import { type CouncilOptions, councilDialogId } from '../council/index.ts';
import type { HearDoors } from '../door.ts';
import { type OutcomesOptions, outcomesDialogId } from '../outcomes/door.ts';
import { tellCode } from '../resume/tellCode.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { consultationDialogId } from './door.ts';
import { enter, keyFor, sayIfNotOpen } from './enter.ts';
import { hearInAStage, putStage } from './hear.ts';
import { stageFromAnswers } from './onward.ts';
import { standsAt } from './stands.ts';
import type { ConsultationState, Step } from './step.ts';

export interface ConsultationNeeds {
  readonly consultations: Consultations;
  readonly hearDoors: HearDoors;
  readonly councils?: Pick<Councils, 'councilsOf'> | undefined;
}

export interface ConsultationOptions {
  readonly key: string;
  /** Unset, a clerk or a chair is asked, also in the middle of one, as they may have another to give; everybody else goes on with theirs. */
  readonly as?: Capacity;
}

/** Choose, begin or resume, ask one question at a time, check and send. */
export class ConsultationDialog extends Dialog<ConsultationOptions> {
  readonly #consultations: Consultations;
  readonly #hearDoors: HearDoors;
  readonly #councils: ConsultationNeeds['councils'];

  constructor({ consultations, hearDoors, councils }: ConsultationNeeds) {
    super(consultationDialogId);
    this.#consultations = consultations;
    this.#hearDoors = hearDoors;
    this.#councils = councils;
  }

  override async beginDialog(dc: DialogContext, options?: ConsultationOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const consultation = published(turn, options?.key ?? '');
    const councils = options?.as === undefined ? await this.#councilsOf(turn) : [];
    if (councils.length > 0) return dc.replaceDialog(councilDialogId, { key: consultation.key, councils } satisfies CouncilOptions);
    const step = await this.#comeIn(turn, consultation, options?.as ?? capacityInHand(turn, consultation.key));
    return step ? stay(dc, step) : dc.endDialog({ end: 'quiet' });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = kept(dc.activeDialog);
    const consultation = published(turn, state.key);
    if (!sayIfNotOpen(turn, consultation)) return dc.endDialog({ end: 'quiet' });
    const { key, council, minuteReference = null } = state;
    if (council !== undefined && (await this.#isBegunByAnother(turn, consultation, council)))
      return this.beginDialog(dc, { key, as: { council, minuteReference } });
    const step = this.#step(turn, consultation, state);
    if (movedSince(step)) {
      turn.say('turn.olderQuestion');
      return stay(dc, (await this.#comeIn(turn, consultation, capacityIn(state))) ?? step);
    }
    const onward = hearInAStage(step, this.#hearDoors);
    if ('open' in onward) return dc.replaceDialog(onward.open.dialog, onward.open.options);
    if (!('end' in onward)) return stay(dc, step);
    if (onward.end !== 'sent') return dc.endDialog({ end: onward.end });
    // A council is told as a council; what comes of one's own answers is offered.
    if (state.council !== undefined) return dc.endDialog({ end: 'quiet' });
    return dc.replaceDialog(outcomesDialogId, { places: step.definition.places } satisfies OutcomesOptions);
  }

  /** What came in between is over. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    await dc.repromptDialog();
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const turn = turnOf(context);
    const state = kept(instance);
    const consultation = published(turn, state.key);
    const step = this.#step(turn, consultation, state);
    if (movedSince(step)) {
      const come = await this.#comeIn(turn, consultation, capacityIn(state));
      if (come) keep(instance, come);
    } else if (sayIfNotOpen(turn, consultation)) putStage(step);
  }

  /** Puts what follows for this person; nothing where it takes no answers, which is said. */
  async #comeIn(turn: Turn, consultation: LiveConsultation, as: Capacity): Promise<Step | undefined> {
    const state = await enter(turn, consultation, { consultations: this.#consultations, as });
    if (!state) return undefined;
    const step = this.#step(turn, consultation, state);
    if (state.stage === 'ask') state.stage = stageFromAnswers(step);
    putStage(step);
    return step;
  }

  /** A council's response is one: what its clerk has begun since, its chair goes on with. */
  async #isBegunByAnother({ inHand }: Turn, { key, secret }: LiveConsultation, council: string): Promise<boolean> {
    if (inHand?.consultationKey === key && inHand.council === council) return false;
    return (await this.#consultations.findResponse(key, councilKey(secret, council))) !== undefined;
  }

  /** The councils for which this person may respond. Nobody has a role who says their first word. */
  async #councilsOf({ first, contactPointId }: Turn): Promise<readonly string[]> {
    return first || !this.#councils ? [] : this.#councils.councilsOf(contactPointId);
  }

  /** People in the middle of a response finish the version that they started. */
  #step(turn: Turn, { secret, definition }: LiveConsultation, state: ConsultationState): Step {
    const newResponse = () => {
      const id = randomUUID();
      return {
        id,
        reference: newReference(),
        respondentKey: keyFor(turn, secret, state.council),
        aboutYouKey: aboutYouKey(secret, id),
      };
    };
    const theirs = definitionOf(turn.catalogue, state.key, state.version) ?? definition;
    const tell = () => tellCode(turn, this.#consultations);
    return { turn, definition: theirs, state, newResponse, tellCode: tell, today: () => londonDay(turn.now) };
  }
}

/** Whoever is in the middle of a response goes on as whom they began it. */
function capacityInHand({ inHand }: Turn, key: string): Capacity {
  return inHand?.consultationKey === key && !inHand.submitted ? capacityOf(inHand) : 'own';
}

function capacityIn({ council, minuteReference = null }: ConsultationState): Capacity {
  return council === undefined ? 'own' : { council, minuteReference };
}

/** Whether the response was gone on with elsewhere since this conversation was asked something. */
function movedSince(step: Step): boolean {
  const { stood } = step.state;
  return stood !== undefined && stood !== standsAt(step);
}

function published({ catalogue }: Turn, key: string): LiveConsultation {
  const consultation = catalogue.live.find((each) => each.key === key);
  if (!consultation) throw new Error(`consultation ${key} is not published`);
  return consultation;
}

/** The dialog stack hands back what it was given, whether kept in memory or in the database. */
function kept(instance: DialogInstance | undefined): ConsultationState {
  const state = instance?.state as { readonly consultation: ConsultationState } | undefined;
  if (!state) throw new Error('no consultation is under way');
  return state.consultation;
}

function stay(dc: DialogContext, step: Step): DialogTurnResult {
  if (dc.activeDialog) keep(dc.activeDialog, step);
  return Dialog.EndOfTurn;
}

function keep(instance: DialogInstance, step: Step): void {
  instance.state = { consultation: { ...step.state, stood: standsAt(step) } };
}
