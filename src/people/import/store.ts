import type { Prisma, PrismaClient } from '#database/generated/client.ts';

export interface AgreedRow {
  readonly person: string;
  readonly point: string;
  /** Hex. */
  readonly lookup: string;
  readonly address: string;
  readonly language: string;
  readonly place: string;
  readonly topics: readonly string[];
  readonly wording: string;
}

const atOnce = 2_000;
/** A large file on a slow disk. */
const withinMs = 120_000;

/** Adds people, all or none: somebody whom we know already keeps their conversation and their STOP. Returns how many are new. */
export function addAgreed(database: PrismaClient, rows: readonly AgreedRow[], now: Date): Promise<number> {
  return database.$transaction(
    async (tx) => {
      let added = 0;
      for (let from = 0; from < rows.length; from += atOnce) added += await addSome(tx, rows.slice(from, from + atOnce), now);
      return added;
    },
    { timeout: withinMs },
  );
}

async function addSome(tx: Prisma.TransactionClient, rows: readonly AgreedRow[], now: Date): Promise<number> {
  const [result] = await tx.$queryRawUnsafe<{ added: number }[]>(addSql, JSON.stringify(rows), now);
  return result?.added ?? 0;
}

/** A contact point always has a conversation, as a turn looks for both. */
const addSql = `
WITH one AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS p(person uuid, point uuid, lookup text, address text, language text, place text, topics text[], wording text)),
points AS (
  INSERT INTO contact_point (id, person_id, channel, lookup, address)
  SELECT point, person, 'sms', decode(lookup, 'hex'), decode(address, 'hex') FROM one
  ON CONFLICT (channel, lookup) DO NOTHING RETURNING id, person_id),
made AS (INSERT INTO person (id) SELECT person_id FROM points),
conversations AS (
  INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state)
  SELECT gen_random_uuid(), points.id, 1, 0, one.language, '{"dialogStack":[]}' FROM points JOIN one ON one.point = points.id),
wished AS MATERIALIZED (
  SELECT coalesce(points.id, known.id) AS point, one.place, one.wording, one.language, unnest(one.topics) AS topic
  FROM one LEFT JOIN points ON points.id = one.point
  LEFT JOIN contact_point known ON known.channel = 'sms' AND known.lookup = decode(one.lookup, 'hex')),
subscribed AS (
  INSERT INTO subscription (contact_point_id, topic, place, since) SELECT point, topic, place, $2::timestamptz FROM wished ON CONFLICT DO NOTHING),
agreed AS (
  INSERT INTO consent (contact_point_id, topic, places, given, wording, channel, language, at)
  SELECT point, topic, ARRAY[place], true, wording, 'import', language, $2::timestamptz FROM wished)
SELECT count(*)::int AS added FROM points`;
