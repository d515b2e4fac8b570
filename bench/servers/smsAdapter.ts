import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';

type Logic = (context: TurnContext) => Promise<void>;

/** A form becomes an activity, and what the bot says is gathered for the response: the least that an adapter for texts can be. */
export class SmsAdapter extends BotAdapter {
  async process(form: Readonly<Record<string, string>>, logic: Logic): Promise<readonly string[]> {
    const { MessageSid = '', From = '', To = '', Body = '' } = form;
    const said: string[] = [];
    const context = new TurnContext(this as BotAdapter, {
      type: ActivityTypes.Message,
      id: MessageSid,
      channelId: 'sms',
      text: Body,
      timestamp: new Date(),
      from: { id: From, name: '' },
      recipient: { id: To, name: '' },
      conversation: { id: From, name: '', isGroup: false, conversationType: 'personal' },
      serviceUrl: '',
    });
    context.turnState.set(SmsAdapter.said, said);
    await this.runMiddleware(context, logic);
    return said;
  }

  static readonly said = Symbol('what was said');

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const said = context.turnState.get<string[]>(SmsAdapter.said);
    for (const { type, text } of activities) if (type === ActivityTypes.Message && text) said?.push(text);
    return activities.map(() => ({ id: '' }));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a text cannot be changed'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('a text cannot be deleted'));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('nothing is sent unasked here'));
  }
}
