import type { Consultations } from '#consultations';
import type { ResponseInHand } from '#consultations/facts.ts';
import { respondentKey } from '#consultations/keys.ts';
import { codeExample } from '#consultations/resume/code.ts';
import { stateOf } from '#consultations/state.ts';
import { textIn } from '#language/languages.ts';
import { consultationDialogId } from '../consultation/door.ts';
import { sayIfNotOpen } from '../consultation/enter.ts';
import type { ConsultationOptions } from '../consultation/index.ts';
import { capacityOf } from '../council/capacity.ts';
import { Dialog, type DialogContext, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type ResumeOptions, resumeDialogId } from './door.ts';
import { tellCode } from './tellCode.ts';

/** Goes on with a response that was begun on another device, by its code. It asks nothing, so it is over at once. */
export class ResumeDialog extends Dialog<ResumeOptions> {
  readonly #consultations: Consultations;

  constructor(consultations: Consultations) {
    super(resumeDialogId);
    this.#consultations = consultations;
  }

  override async beginDialog(dc: DialogContext, options: ResumeOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    if (options.mistyped) turn.say('resume.mistyped', { example: codeExample });
    else if (options.code === undefined) tellCode(turn, this.#consultations);
    else await this.#takeUp(turn, options.code);
    const { inHand } = turn;
    if (!inHand) return dc.endDialog({ end: 'menu' });
    const begun: ConsultationOptions = { key: inHand.consultationKey, ...(!inHand.submitted && { as: capacityOf(inHand) }) };
    return dc.replaceDialog(consultationDialogId, begun);
  }

  /** Takes the response in hand whose code this is, if it may be; says why not otherwise. */
  async #takeUp(turn: Turn, code: string): Promise<void> {
    const found = await this.#consultations.findByCode(code, turn);
    if (found === 'tooMany') return turn.say('resume.tooMany');
    const consultation = turn.catalogue.live.find(({ key }) => key === found?.consultationKey);
    const isOpen = consultation !== undefined && stateOf(consultation, turn.now) === 'open';
    if (!found || !consultation || (isOpen && found.expiresAt <= turn.now)) {
      turn.record({ kind: 'wrongCodeTried', contactPointId: turn.contactPointId, channel: turn.channel });
      return turn.say('resume.unknown');
    }
    if (!isOpen) return void sayIfNotOpen(turn, consultation);
    if (found.submitted) return turn.say('resume.sent', { title: textIn(consultation.definition.title, turn.language) });
    const { key, secret, definition } = consultation;
    const ours = respondentKey(secret, turn.contactPointId);
    const own = turn.inHand?.consultationKey === key ? turn.inHand : await this.#consultations.findResponse(key, ours);
    if (own && own.id !== found.id) {
      if (isWorthKeeping(own)) {
        turn.record({ kind: 'responseTakenUp', response: own });
        return turn.say('resume.ownAnswers', { title: textIn(definition.title, turn.language) });
      }
      turn.record({ kind: 'responseWithdrawn', responseId: own.id, aboutYouKey: own.aboutYouKey });
    }
    if (own?.id !== found.id) turn.record({ kind: 'responseResumed', responseId: found.id, consultationKey: key, respondentKey: ours });
    const response = await this.#consultations.response(found.id);
    if (response) turn.record({ kind: 'responseTakenUp', response });
  }
}

/** Whoever only pressed Begin before they gave their code has nothing of their own to go on with. A council's response is not theirs alone. */
function isWorthKeeping({ submitted, council, answers }: ResponseInHand): boolean {
  return submitted || council !== null || Object.keys(answers).length > 0;
}
