/**
 * The parts of the SDK's dialogs that we use, by file. The package as a whole brings adaptive dialogs and recognizers of its own, which
 * nobody here uses: 35 MB in every process (see docs/performance.md).
 */

export type { DialogInstance, DialogState, DialogTurnResult } from 'botbuilder-dialogs';
export { Dialog, DialogReason, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
export { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
