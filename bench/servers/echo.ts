import { ActivityHandler } from 'botbuilder';
import { listen } from './listen.ts';
import { SmsAdapter } from './smsAdapter.ts';

/** The second floor: a Bot Framework turn that says what it heard and remembers nothing. */
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(context.activity.text);
  await next();
});
const adapter = new SmsAdapter();
listen((form) => adapter.process(form, (context) => bot.run(context)));
