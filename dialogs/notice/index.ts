import type { Consultations, LiveConsultation } from '#consultations';
import { respondentKey } from '#consultations/keys.ts';
import { stateOf } from '#consultations/state.ts';
import { lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import { Dialog, type DialogContext, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { noticeAbout } from './notice.ts';

export const noticeDialogId = 'notice';

export interface NoticeOptions {
  /** The consultation's. */
  readonly key: string;
}

/** Reminds somebody, who asked for it, of a consultation. It waits for nothing, so it is over at once. */
export class NoticeDialog extends Dialog<NoticeOptions> {
  constructor() {
    super(noticeDialogId);
  }

  /** Whoever has it in hand is not told of it: what is under way goes on by itself. */
  override async beginDialog(dc: DialogContext, options?: NoticeOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const consultation = turn.catalogue.live.find(({ key }) => key === options?.key);
    if (consultation && turn.inHand?.consultationKey !== consultation.key) remind(turn, consultation);
    return dc.endDialog({ end: 'quiet' });
  }
}

/** Whether there is still something to remind of: it is open, and they have not sent their answers meanwhile. */
export async function isStillToRemind(
  { catalogue, now, contactPointId }: Turn,
  { key }: NoticeOptions,
  { findResponse }: Pick<Consultations, 'findResponse'>,
): Promise<boolean> {
  const consultation = catalogue.live.find((live) => live.key === key);
  if (!consultation || stateOf(consultation, now) !== 'open') return false;
  const response = await findResponse(key, respondentKey(consultation.secret, contactPointId));
  return response?.submitted !== true;
}

function remind(turn: Turn, { key, definition }: LiveConsultation): void {
  const { language } = turn;
  const { title, closesAt, keyword } = definition;
  const date = lastDayInWords(new Date(closesAt), language);
  const text = turn.words('notice.reminder', { title: textIn(title, language), date, keyword });
  const respond = { key: 'respond', label: turn.words('notice.respond'), say: keyword };
  if (!turn.room.buttons) turn.tell(text);
  else turn.ask({ about: noticeAbout(key, 'respond'), text, options: [respond], answer: 'one' }, 0);
}
