import { type Activity, ActivityHandler, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs';
import type { Inbound } from '#channels/channel.ts';
import type { Dialogs } from '#dialogs';
import { noticePressed } from '#dialogs/notice/notice.ts';
import { beginTurn } from '#dialogs/turn.ts';
import type { Language } from '#language/languages.ts';
import { type CrisisLines, sidetrack } from './crisis.ts';
import type { TurnInHand } from './turnInHand.ts';

const stateKey = Symbol('dialog state');
/** Where the SDK keeps how a dialog's memory is read: the same for every turn, but worked out anew where it is not found here. */
const memoryKey = 'DialogStateManagerConfiguration';

/** What is kept of a conversation between two turns. */
export interface ConversationState extends DialogState {
  /** What was asked last, where it can be answered on a card: see `Asking.about`. */
  asked?: string;
  /** Help was given instead of an answer, and the way back was offered. */
  sidetracked?: boolean;
}

/**
 * Runs one message through the Bot Framework: the activity handler, then the dialog that is waiting for it. An answer on a card that was
 * shown before another question is no answer to that question. The state is changed in place.
 */
export type Handle = (inbound: Inbound, turn: TurnInHand, conversationId: string, state: ConversationState) => Promise<void>;

export function createHandler(dialogs: Dialogs, lines: CrisisLines): Handle {
  const bot = new Bot(dialogs);
  let memory: unknown;

  return async (inbound, turn, conversationId, state) => {
    const context = new TurnContext(new GatheringAdapter(turn), activityOf(inbound, turn, conversationId));
    beginTurn(context, turn);
    context.turnState.set(stateKey, state);
    if (memory) context.turnState.set(memoryKey, memory);
    if (inbound.opens) await dialogs.open(context, state, inbound.opens);
    else await hear(context, inbound, turn, state);
    if (inbound.room.buttons && turn.asked !== undefined) state.asked = turn.asked;
    memory ??= context.turnState.get(memoryKey);
  };

  async function hear(context: TurnContext, inbound: Inbound, turn: TurnInHand, state: ConversationState): Promise<void> {
    const side = inbound.kind === 'joined' ? 'go on' : sidetrack(turn, state, lines);
    const pressed = noticePressed(inbound.answers);
    const older = inbound.answers !== undefined && inbound.answers !== state.asked && !pressed;
    if (inbound.speaks) speakFromNowOn(turn, inbound.speaks);
    else if (side === 'go on' && older) turn.replies.push({ type: 'message', text: turn.words('turn.olderQuestion'), overtakes: true });
    if (inbound.speaks || side === 'back' || (side === 'go on' && older)) await dialogs.repeat(context, state);
    else if (side === 'go on' && pressed) await dialogs.answerNotice(context, state, pressed);
    else if (side === 'go on') await bot.run(context);
  }
}

function speakFromNowOn(turn: TurnInHand, language: Language): void {
  turn.speak(language);
  turn.say('root.languageChanged');
}

/**
 * Messages go straight to the dialog. The SDK's events round a message are for several handlers, of which there is one; they are ten
 * generators deep, each of which holds the whole turn in memory until the next full collection (see docs/performance.md).
 */
class Bot extends ActivityHandler {
  readonly #dialogs: Dialogs;

  constructor(dialogs: Dialogs) {
    super();
    this.#dialogs = dialogs;
    this.onMembersAdded(async (context, next) => {
      await dialogs.welcome(context, context.turnState.get<DialogState>(stateKey));
      await next();
    });
  }

  override run(context: TurnContext): Promise<void> {
    if (context.activity.type !== ActivityTypes.Message) return super.run(context);
    return this.#dialogs.hear(context, context.turnState.get<DialogState>(stateKey));
  }
}

/** The activity that was heard. People are named by their contact point, never by an address. */
function activityOf(inbound: Inbound, turn: TurnInHand, conversationId: string): Partial<Activity> {
  const from = { id: turn.contactPointId, name: '' };
  return {
    ...(inbound.kind === 'joined' ? { type: ActivityTypes.ConversationUpdate, membersAdded: [from] } : { type: ActivityTypes.Message }),
    id: inbound.id,
    channelId: inbound.channel,
    text: turn.said,
    locale: turn.language,
    timestamp: turn.now,
    from,
    recipient: { id: 'folkmoot', name: 'Folkmoot' },
    conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
  };
}

/** What the SDK sends in a turn is gathered with the turn's replies: nothing leaves before it is recorded. */
class GatheringAdapter extends BotAdapter {
  readonly #turn: TurnInHand;

  constructor(turn: TurnInHand) {
    super();
    this.#turn = turn;
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const { type, text, attachments } of activities) {
      this.#turn.replies.push({
        type: type ?? ActivityTypes.Message,
        ...(text !== undefined && { text }),
        ...(attachments && { attachments }),
      });
    }
    return activities.map(() => ({ id: '' }));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a turn does not change what was said before it'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('a turn does not delete what was said before it'));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('a turn begins with something heard'));
  }
}
