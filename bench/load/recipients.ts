import { randomUUID } from 'node:crypto';
import { withClient } from '#database/client.ts';
import { createPeople } from '#people';
import { createSecrets } from '../../src/secrets.ts';
import { inDatabase } from '../recorded.ts';
import { secretKey } from '../servers/folkmoot.ts';
import { numberOf } from './people.ts';

const atOnce = 5_000;
const people = createPeople(createSecrets(secretKey));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** People who wish to hear about consultations in a place, with numbers from a serial on. */
export function subscribe(dataDir: string, place: string, from: number, count: number): Promise<void> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      for (let done = 0; done < count; done += atOnce) {
        const rows = Array.from({ length: Math.min(atOnce, count - done) }, (_, at) => {
          const number = numberOf(from + done + at);
          return {
            person: randomUUID(),
            point: randomUUID(),
            lookup: hex(people.lookup('sms', number)),
            address: hex(people.seal(number)),
          };
        });
        await client.query(insertSql, [JSON.stringify(rows), place]);
      }
      await client.query('VACUUM ANALYZE');
    }),
  );
}

const insertSql = `
WITH one AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(person uuid, point uuid, lookup text, address text)),
made AS (INSERT INTO person (id) SELECT person FROM one),
points AS (INSERT INTO contact_point (id, person_id, channel, lookup, address) SELECT point, person, 'sms', decode(lookup, 'hex'), decode(address, 'hex') FROM one),
conversations AS (
  INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state)
  SELECT gen_random_uuid(), point, 1, 0, 'en-GB', '{"dialogStack":[]}' FROM one)
INSERT INTO subscription (contact_point_id, topic, place, since) SELECT point, 'consultations', $2, now() FROM one`;
