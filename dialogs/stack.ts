import type { TurnContext } from 'botbuilder';
import {
  type Dialog,
  DialogContext,
  DialogReason,
  type DialogSet,
  type DialogState,
  type DialogTurnResult,
  DialogTurnStatus,
} from './sdk.ts';

/**
 * The SDK's stack of dialogs with plain async methods. The SDK's own make a generator for each call, and each of them holds its turn in
 * memory until the next full collection (see docs/performance.md). No events are raised, as no dialog of ours listens to any.
 */
export class DialogStack extends DialogContext {
  /** What a conversation was in when a dialog was taken away or given another name is left, and it goes on with what is below that. */
  constructor(dialogs: DialogSet, context: TurnContext, state: DialogState) {
    state.dialogStack = (state.dialogStack ?? []).filter(({ id }) => dialogs.find(id));
    super(dialogs, context, state);
  }

  override async beginDialog(id: string, options?: object): Promise<DialogTurnResult> {
    const dialog = this.#named(id);
    this.stack.push({ id, state: {} });
    return dialog.beginDialog(this, options);
  }

  override async continueDialog(): Promise<DialogTurnResult> {
    const active = this.activeDialog;
    return active ? this.#named(active.id).continueDialog(this) : { status: DialogTurnStatus.empty };
  }

  override async endDialog(result?: unknown): Promise<DialogTurnResult> {
    await this.#leave(DialogReason.endCalled);
    const below = this.activeDialog;
    return below ? this.#named(below.id).resumeDialog(this, DialogReason.endCalled, result) : { status: DialogTurnStatus.complete, result };
  }

  override async replaceDialog(id: string, options?: object): Promise<DialogTurnResult> {
    await this.#leave(DialogReason.replaceCalled);
    return this.beginDialog(id, options);
  }

  override async repromptDialog(): Promise<void> {
    const active = this.activeDialog;
    if (active) await this.#named(active.id).repromptDialog(this.context, active);
  }

  async #leave(reason: DialogReason): Promise<void> {
    const active = this.activeDialog;
    if (!active) return;
    await this.#named(active.id).endDialog(this.context, active, reason);
    this.stack.pop();
  }

  #named(id: string): Dialog {
    const dialog = this.findDialog(id);
    if (!dialog) throw new Error(`there is no dialog "${id}"`);
    return dialog;
  }
}
