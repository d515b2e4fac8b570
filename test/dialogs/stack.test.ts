import { createBot } from '#bot/index.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { createPool } from '#database/pool.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { testDatabase } from '#test/setup/database.ts';

test('whoever was in a dialog that a new version does not have goes on with the menu', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url, () => undefined);
  const clock = () => new Date('2026-11-23T10:00:00Z');
  const services = createServices(database, createSecrets('a key for this test alone'), clock);
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma: database.prisma, services, clock, report });
  const say = (text: string) =>
    bot.onTurn({ channel: 'sms', room: smsRoom(), address: '+447700900123', id: text, text, answeredByProvider: false });
  await say('hello');
  const root = { id: 'root', state: { menu: [], page: 0 } };
  await database.prisma.conversation.updateMany({ data: { state: { dialogStack: [root, { id: 'taken away', state: {} }] } } });
  const replies = await say('menu');
  expect(replies.at(-1)?.text).toContain('What would you like to do?');
  expect(mishaps).toEqual([]);
  await pool.end();
  await database.close();
});
