import { ActivityHandler, ConversationState, UserState } from 'botbuilder';
import { type DialogState, runDialog } from 'botbuilder-dialogs';
import { openEmbedded } from '#database/embedded.ts';
import { openClient } from '../peer/client.ts';
import { prismaStorage } from '../peer/prismaStorage.ts';
import { Survey } from '../peer/survey.ts';
import { listen } from './listen.ts';
import { SmsAdapter } from './smsAdapter.ts';

/** The peer: the SDK's sample pattern, over Prisma and a PostgreSQL that runs with the same settings as ours. */
const { DATA_DIR = '', PEER_CLIENT = '' } = process.env;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const database = await openEmbedded({ dataDir: DATA_DIR, log: silent });
const client = await openClient(PEER_CLIENT, database.url);

const storage = prismaStorage(client);
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const survey = new Survey(userState.createProperty('profile'));
const dialogState = conversationState.createProperty<DialogState>('dialog');

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await runDialog(survey, context, dialogState);
  await next();
});
bot.onDialog(async (context, next) => {
  await conversationState.saveChanges(context, false);
  await userState.saveChanges(context, false);
  await next();
});

const adapter = new SmsAdapter();
listen(
  (form) => adapter.process(form, (context) => bot.run(context)),
  async () => {
    await client.$disconnect();
    await database.stop();
  },
);
