import { randomUUID } from 'node:crypto';
import { withClient } from '#database/client.ts';
import { createPeople } from '#people';
import { createSecrets } from '#src/secrets.ts';

export const secretKey = 'a root key for the tests of broadcasts';

export interface Who {
  readonly topic?: string;
  readonly place?: string;
  readonly language?: string;
  /** The first number's last figures. */
  readonly firstNumber?: number;
}

/** Ofcom's numbers for drama with three figures more than any number has: nobody's. */
export const numberOf = (serial: number): string => `+447700900${String(serial).padStart(6, '0')}`;

/** Puts so many people into a database, each with a number, a conversation and a subscription; returns their contact points. */
export async function subscribe(url: string, count: number, who: Who = {}): Promise<readonly string[]> {
  const { topic = 'consultations', place = 'everywhere', language = 'en-GB', firstNumber = 0 } = who;
  const people = createPeople(createSecrets(secretKey));
  const rows = Array.from({ length: count }, (_, at) => {
    const number = numberOf(firstNumber + at);
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    return { person: randomUUID(), point: randomUUID(), lookup: hex(people.lookup('sms', number)), address: hex(people.seal(number)) };
  });
  await withClient(url, (client) => client.query(insertSql, [JSON.stringify(rows), topic, place, language]));
  return rows.map(({ point }) => point);
}

const insertSql = `
WITH one AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(person uuid, point uuid, lookup text, address text)),
made AS (INSERT INTO person (id) SELECT person FROM one),
points AS (INSERT INTO contact_point (id, person_id, channel, lookup, address) SELECT point, person, 'sms', decode(lookup, 'hex'), decode(address, 'hex') FROM one),
conversations AS (
  INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state)
  SELECT gen_random_uuid(), point, 1, 0, $4, '{"dialogStack":[]}' FROM one)
INSERT INTO subscription (contact_point_id, topic, place, since) SELECT point, $2, $3, now() FROM one`;
