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

/** Reminds somebody, who asked for it, of a consultation that is still open. It waits for nothing, so it is over at once. */
export class NoticeDialog extends Dialog<NoticeOptions> {
  constructor() {
    super(noticeDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: NoticeOptions): Promise<DialogTurnResult> {
    remind(turnOf(dc.context), options?.key ?? '');
    return dc.endDialog({ end: 'quiet' });
  }
}

/** Nothing is said of what has closed meanwhile, or of what this person has in hand: what is under way then goes on by itself. */
function remind(turn: Turn, key: string): void {
  const { catalogue, now, language, inHand } = turn;
  const consultation = catalogue.live.find((live) => live.key === key);
  if (!consultation || stateOf(consultation, now) !== 'open' || inHand?.consultationKey === key) return;
  const { title, closesAt, keyword } = consultation.definition;
  const date = lastDayInWords(new Date(closesAt), language);
  const text = turn.words('notice.reminder', { title: textIn(title, language), date, keyword });
  const respond = { key: 'respond', label: turn.words('notice.respond'), say: keyword };
  if (!turn.room.buttons) turn.tell(text);
  else turn.ask({ about: noticeAbout(key, 'respond'), text, options: [respond], answer: 'one' }, 0);
}
