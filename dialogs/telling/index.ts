import { Dialog, type DialogContext, type DialogTurnResult } from '../sdk.ts';
import { turnOf } from '../turn.ts';

export const tellingDialogId = 'telling';

/** What is told, in the person's language. */
export interface TellingOptions {
  readonly text: string;
}

/** Says one thing that we approach somebody with, such as a reminder, and is over. */
export class TellingDialog extends Dialog<TellingOptions> {
  constructor() {
    super(tellingDialogId);
  }

  override async beginDialog(dc: DialogContext, options?: TellingOptions): Promise<DialogTurnResult> {
    if (options) turnOf(dc.context).tell(options.text);
    return dc.endDialog({ end: 'quiet' });
  }
}
