import { withClient } from '#database/client.ts';
import { createPeople } from '#people';
import { createSecrets } from '../../src/secrets.ts';
import type { Person } from '../load/people.ts';
import { inDatabase } from '../recorded.ts';
import { secretKey } from '../servers/folkmoot.ts';

export interface Growth {
  /** Somebody whose conversation stands where everybody's is to stand. */
  readonly pattern: string;
  readonly from: number;
  readonly to: number;
}

const { lookup } = createPeople(createSecrets(secretKey));

/** Adds people up to a number, each like the pattern: its conversation, messages, response and answers under ids of its own. Gives back the database's size in bytes. */
export function grow(dataDir: string, { pattern, from, to }: Growth): Promise<number> {
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      if (to > from) {
        // Only for these rows, which hold by construction: a million of each in minutes.
        await client.query("SET session_replication_role = 'replica'");
        await client.query(
          'CREATE TEMP TABLE pattern AS SELECT c.* FROM conversation c JOIN contact_point p ON p.id = c.contact_point_id WHERE p.lookup = $1',
          [Buffer.from(lookup('sms', pattern))],
        );
        await client.query(crowd(from + 1, to));
        for (const statement of rows) await client.query(statement);
        await client.query('VACUUM ANALYZE');
        await client.query('CHECKPOINT');
      }
      const { rows: sized } = await client.query<{ bytes: number }>('SELECT pg_database_size(current_database())::float8 AS bytes');
      return sized[0]?.bytes ?? Number.NaN;
    }),
  );
}

/** Gives real numbers to some of the crowd, spread evenly over all of it, so that texts can come from them. */
export function knownPeople(
  dataDir: string,
  { people, among }: { readonly people: readonly Person[]; readonly among: number },
): Promise<void> {
  const numbers = people.map((_, place) => 1 + Math.floor((place * among) / people.length) + spread(among));
  return inDatabase(dataDir, (url) =>
    withClient(url, async (client) => {
      await client.query(
        `UPDATE contact_point SET lookup = known.lookup FROM unnest($1::int8[], $2::bytea[]) AS known(n, lookup)
         WHERE channel = 'sms' AND contact_point.lookup = sha256(int8send(known.n))`,
        [numbers, people.map(({ number }) => Buffer.from(lookup('sms', number)))],
      );
    }),
  );
}

/** Nobody is taken at two sizes. */
const spread = (among: number) => Math.floor(Math.log10(among));

const crowd = (from: number, to: number) => `
  CREATE TEMP TABLE crowd AS SELECT n::int8, gen_random_uuid() AS person, gen_random_uuid() AS point, gen_random_uuid() AS conversation,
    gen_random_uuid() AS response FROM generate_series(${from}, ${to}) AS n`;

const rows = [
  'INSERT INTO person (id) SELECT person FROM crowd',
  `INSERT INTO contact_point (id, person_id, channel, lookup, address)
   SELECT point, person, 'sms', sha256(int8send(n)), sha256(int8send(-n)) || '\\x0102030405060708090a' FROM crowd`,
  `INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state, response_id, about_you_key)
   SELECT conversation, point, p.version, p.last_sequence, p.language, p.state, response, sha256(int8send(n + 1000000000)) FROM crowd, pattern p`,
  `INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
   SELECT conversation, m.sequence, m.direction, m.provider_id, m.reply_to, m.activity, m.sent_at
   FROM crowd, pattern p JOIN message m ON m.conversation_id = p.id`,
  `INSERT INTO response (id, consultation_key, version_number, respondent_key, reference, channel, language, started_at)
   SELECT response, r.consultation_key, r.version_number, sha256(int8send(n + 2000000000)), 'crowd ' || n, r.channel, r.language, r.started_at
   FROM crowd, pattern p JOIN response r ON r.id = p.response_id`,
  `INSERT INTO answer (response_id, question_key, value, said, language, given_at)
   SELECT response, a.question_key, a.value, a.said, a.language, a.given_at FROM crowd, pattern p JOIN answer a ON a.response_id = p.response_id`,
];
