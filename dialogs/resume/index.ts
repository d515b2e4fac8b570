import type { Consultations } from '#consultations';
import { respondentKey } from '#consultations/keys.ts';
import { textIn } from '#language/languages.ts';
import { consultationDialogId } from '../consultation/door.ts';
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
    if (options.code === undefined) tellCode(turn, this.#consultations);
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
    if (!found || !consultation) {
      turn.record({ kind: 'wrongCodeTried', contactPointId: turn.contactPointId });
      return turn.say('resume.unknown');
    }
    const { key, secret, definition } = consultation;
    const ours = respondentKey(secret, turn.contactPointId);
    const own = turn.inHand?.consultationKey === key ? turn.inHand : await this.#consultations.findResponse(key, ours);
    if (own && own.id !== found.id) {
      turn.record({ kind: 'responseTakenUp', response: own });
      return turn.say('resume.ownAnswers', { title: textIn(definition.title, turn.language) });
    }
    if (!own) turn.record({ kind: 'responseResumed', responseId: found.id, consultationKey: key, respondentKey: ours });
    const response = own ?? (await this.#consultations.response(found.id));
    if (response) turn.record({ kind: 'responseTakenUp', response });
  }
}
