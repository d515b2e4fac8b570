import { createSmsSender } from '#channels/sms/sender.ts';
import { createPrisma } from '#database/prisma.ts';
import { createLog } from '#src/log.ts';
import { createOutbox } from '#src/outbox.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { secretKey } from './people.ts';
import { accountSid, from, monday, publicUrl } from './setting.ts';

/** One process of several that send, with all that a server has for it: jobs, lines, receipts. Its clock goes on from Monday at ten. */
const { DATABASE: url = '', TWILIO: apiUrl = '' } = process.env;
const clock = () => new Date(monday.getTime() + performance.now());
const services = createServices({ prisma: createPrisma(url) }, createSecrets(secretKey), clock);
const sender = createSmsSender({ accountSid, authToken: 'a token', from, apiUrl, publicUrl, now: clock });
const outbox = createOutbox({
  config: { sending: { perSecond: { sms: 100_000, teams: 1 } } },
  database: { url },
  services,
  senders: [sender],
  clock,
  turnsHeard: () => 0,
  log: createLog('error'),
});
outbox.start();
process.stdout.write('started\n');
process.once('SIGTERM', async () => {
  await outbox.stop();
  await sender.close();
  process.exit(0);
});
