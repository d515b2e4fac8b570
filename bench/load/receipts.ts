import { connect } from './connection.ts';
import { statusWebhook } from './webhook.ts';

const connections = 64;
/** What Twilio says of a text that arrives, each by a request of its own. */
const statuses = ['sent', 'delivered'] as const;

/** Tells a server that these deliveries, each on its first attempt, were sent and arrived. In seconds; throws where anything is refused. */
export async function tellReceipts(port: number, deliveries: readonly number[]): Promise<number> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await connect(port);
      for (let id = deliveries[next++]; id !== undefined; id = deliveries[next++])
        for (const status of statuses) {
          const reply = await connection.send(statusWebhook(`${id}.1`, status));
          if (reply.status !== 204) throw new Error(`${reply.status} for a status: ${reply.body}`);
        }
      connection.close();
    }),
  );
  return (performance.now() - began) / 1000;
}
