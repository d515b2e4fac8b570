import type { Pool } from 'pg';
import type { Value } from '#consultations/definition.ts';
import type { OutcomesStanding } from '#people/outcomes.ts';
import type { Ask, Loaded } from './rows.ts';

/** A reply follows what it replies to at once. A turn never says more than this many things: a consultation has at most 60 to tell. */
export const mostRepliesInATurn = 100;

const loadSql = `
SELECT asked.n::int AS n, point.id AS contact_point_id, point.opted_out_at IS NOT NULL AS opted_out,
  point.unreachable_at IS NOT NULL AS unreachable, CASE WHEN asked.with_address THEN point.address END AS address,
  c.id, c.version, c.last_sequence, c.language, c.state, encode(c.about_you_key, 'hex') AS about_you_key,
  r.id AS response_id, r.consultation_key, r.version_number, r.reference, r.council, r.submitted_at IS NOT NULL AS submitted,
  CASE WHEN r.id IS NOT NULL THEN (
    SELECT jsonb_object_agg(given.question_key, given.value) FROM (
      SELECT question_key, value FROM answer WHERE response_id = r.id
      UNION ALL SELECT question_key, value FROM about_you_answer WHERE holder = c.about_you_key) given) END AS answers,
  CASE WHEN r.id IS NOT NULL THEN (
    SELECT jsonb_build_object('optedOut', bool_or(theirs.opted_out_at IS NOT NULL), 'offeredAt', max(theirs.outcomes_offered_at),
      'places', coalesce(jsonb_agg(s.place) FILTER (WHERE s.place IS NOT NULL), '[]'))
    FROM contact_point theirs LEFT JOIN subscription s ON s.contact_point_id = theirs.id AND s.topic = 'outcomes'
    WHERE theirs.person_id = point.person_id) END AS outcomes,
  heard.sequence IS NOT NULL AS heard_before,
  CASE WHEN heard.sequence IS NOT NULL THEN (
    SELECT jsonb_agg(reply.activity ORDER BY reply.sequence) FROM message reply
    WHERE reply.conversation_id = c.id AND reply.reply_to = heard.sequence
      AND reply.sequence BETWEEN heard.sequence + 1 AND heard.sequence + ${mostRepliesInATurn}) END AS replies,
  coalesce((SELECT revision FROM catalogue WHERE id = 1), 0) AS revision
FROM unnest($1::text[], $2::bytea[], $3::text[], $4::bool[])
  WITH ORDINALITY AS asked(channel, lookup, provider_id, with_address, n)
LEFT JOIN contact_point point ON point.channel = asked.channel AND point.lookup = asked.lookup
LEFT JOIN conversation c ON c.contact_point_id = point.id
LEFT JOIN response r ON r.id = c.response_id AND r.withdrawn_at IS NULL
LEFT JOIN LATERAL (
  SELECT sequence FROM message WHERE conversation_id = c.id AND provider_id = asked.provider_id LIMIT 1) heard ON true`;

interface Row {
  n: number;
  contact_point_id: string;
  opted_out: boolean;
  unreachable: boolean;
  address: Uint8Array | null;
  id: string | null;
  version: number;
  last_sequence: number;
  language: string | null;
  state: object;
  about_you_key: string | null;
  response_id: string | null;
  consultation_key: string;
  version_number: number;
  reference: string;
  council: string | null;
  submitted: boolean;
  answers: Record<string, Value> | null;
  outcomes: OutcomesStanding | null;
  heard_before: boolean;
  replies: object[] | null;
  revision: number;
}

/** Where each of these conversations stands, in one statement and in the order asked. */
export async function load(pool: Pool, asks: readonly Ask[]): Promise<Loaded[]> {
  const { rows } = await pool.query<Row>({
    name: 'turn-load',
    text: loadSql,
    values: [
      asks.map((ask) => ask.channel),
      asks.map((ask) => Buffer.from(ask.lookup)),
      asks.map((ask) => ask.providerId),
      asks.map((ask) => ask.withAddress ?? false),
    ],
  });
  const loaded: Loaded[] = new Array(asks.length);
  for (const row of rows) loaded[row.n - 1] = fromRow(row);
  return loaded;
}

function fromRow(row: Row): Loaded {
  return {
    catalogueRevision: row.revision,
    answeredBefore: row.heard_before ? (row.replies ?? []) : undefined,
    conversation:
      row.id === null
        ? undefined
        : {
            id: row.id,
            contactPointId: row.contact_point_id,
            version: row.version,
            lastSequence: row.last_sequence,
            language: row.language,
            state: row.state,
            optedOut: row.opted_out,
            unreachable: row.unreachable,
            address: row.address ?? undefined,
            inHand: inHand(row),
            outcomes: row.outcomes ?? undefined,
          },
  };
}

function inHand(row: Row) {
  if (row.response_id === null || row.about_you_key === null) return undefined;
  return {
    id: row.response_id,
    aboutYouKey: row.about_you_key,
    consultationKey: row.consultation_key,
    versionNumber: row.version_number,
    reference: row.reference,
    submitted: row.submitted,
    council: row.council,
    answers: row.answers ?? {},
  };
}
