import { type CommitRows, rowsOf } from './commitRows.ts';
import type { DecidedTurn } from './rows.ts';

export interface CommitStatement {
  /** Under which a connection keeps its plan. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

/**
 * Records a batch of turns. A turn whose conversation has moved since it was loaded records nothing and is not in the answer.
 * Every part reads one JSON parameter, so that the statement is the same for one turn and for a hundred. A part costs time though
 * nothing is in it, and each statement's plan costs memory on every connection: so there are four, each with the parts of the one before.
 */
export function commitStatement(turns: readonly DecidedTurn[]): CommitStatement {
  const rows = rowsOf(turns);
  const { name, text, parts } = statements[levels.findLastIndex((level) => level.some((part) => rows[part].length > 0))] ?? smallest;
  return { name, text, values: parts.map((part) => (rows[part].length === 0 ? '[]' : JSON.stringify(rows[part]))) };
}

type Part = keyof CommitRows;

/** The parts by how often they are needed. */
const levels: readonly (readonly Part[])[] = [
  ['turns', 'messages', 'given'],
  ['started', 'submitted'],
  ['newcomers'],
  ['takenBack', 'aboutYou', 'aboutYouBack'],
];

/** The conversations that have not moved since. */
const onlyKnown = 'done AS (SELECT id FROM moved_on)';
const everyone = 'done AS (SELECT id FROM moved_on UNION ALL SELECT id FROM made)';

const sql: Readonly<Record<Part, (rows: string) => string>> = {
  turns: (rows) => `turn AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(${rows}) AS t(id uuid, version int, last_sequence int, language text, state jsonb, response uuid,
    about_you text)),
moved_on AS (
  UPDATE conversation c SET version = t.version + 1, last_sequence = t.last_sequence, language = t.language, state = t.state,
    response_id = t.response, about_you_key = decode(t.about_you, 'hex')
  FROM turn t WHERE c.id = t.id AND c.version = t.version RETURNING c.id)`,

  messages: (rows) => `said AS (
  INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
  SELECT m.c, m.sequence, m.direction, m.provider_id, m.reply_to, m.activity, m.at
  FROM jsonb_to_recordset(${rows}) AS m(c uuid, sequence int, direction text, provider_id text, reply_to int, activity jsonb, at timestamptz)
  JOIN done ON done.id = m.c)`,

  given: (rows) => `given AS (
  INSERT INTO answer (response_id, question_key, value, said, language, given_at)
  SELECT a.response, a.question, coalesce(a.value, 'null'), a.said, a.language, a.at
  FROM jsonb_to_recordset(${rows}) AS a(c uuid, response uuid, question text, value jsonb, said text, language text, at timestamptz)
  JOIN done ON done.id = a.c
  ON CONFLICT (response_id, question_key)
  DO UPDATE SET value = EXCLUDED.value, said = EXCLUDED.said, language = EXCLUDED.language, given_at = EXCLUDED.given_at)`,

  started: (rows) => `started AS (
  INSERT INTO response (id, consultation_key, version_number, respondent_key, reference, channel, language, place, capacity, council,
    minute_reference, started_at)
  SELECT r.id, r.consultation, r.version, decode(r.respondent, 'hex'), r.reference, r.channel, r.language, r.place,
    CASE WHEN r.council IS NULL THEN 'own' ELSE 'council' END, r.council, r.minute, r.at
  FROM jsonb_to_recordset(${rows}) AS r(c uuid, id uuid, consultation text, version int, respondent text, reference text,
    channel text, language text, place text, council text, minute text, at timestamptz)
  JOIN done ON done.id = r.c)`,

  submitted: (rows) => `submitted AS (
  UPDATE response SET submitted_at = s.at, language = s.language
  FROM jsonb_to_recordset(${rows}) AS s(c uuid, response uuid, language text, at timestamptz)
  JOIN done ON done.id = s.c WHERE response.id = s.response)`,

  newcomers: (rows) => `newcomer AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(${rows}) AS n(c uuid, point uuid, person uuid, channel text, lookup text, address text)),
point AS (
  INSERT INTO contact_point (id, person_id, channel, lookup, address)
  SELECT point, person, channel, decode(lookup, 'hex'), decode(address, 'hex') FROM newcomer
  ON CONFLICT DO NOTHING RETURNING id, person_id),
person_made AS (INSERT INTO person (id) SELECT person_id FROM point),
made AS (
  INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state, response_id, about_you_key)
  SELECT t.id, point.id, t.version + 1, t.last_sequence, t.language, t.state, t.response, decode(t.about_you, 'hex')
  FROM newcomer n JOIN point ON point.id = n.point JOIN turn t ON t.id = n.c RETURNING id)`,

  takenBack: (rows) => `taken_back AS (
  DELETE FROM answer USING jsonb_to_recordset(${rows}) AS b(c uuid, response uuid, question text)
  JOIN done ON done.id = b.c WHERE answer.response_id = b.response AND answer.question_key = b.question)`,

  aboutYou: (rows) => `about_you AS (
  INSERT INTO about_you_answer (holder, consultation_key, question_key, value)
  SELECT decode(y.holder, 'hex'), y.consultation, y.question, coalesce(y.value, 'null')
  FROM jsonb_to_recordset(${rows}) AS y(c uuid, holder text, consultation text, question text, value jsonb)
  JOIN done ON done.id = y.c
  ON CONFLICT (holder, question_key) DO UPDATE SET value = EXCLUDED.value)`,

  aboutYouBack: (rows) => `about_you_back AS (
  DELETE FROM about_you_answer USING jsonb_to_recordset(${rows}) AS z(c uuid, holder text, question text)
  JOIN done ON done.id = z.c WHERE about_you_answer.holder = decode(z.holder, 'hex') AND about_you_answer.question_key = z.question)`,
};

const statements = levels.map((_, level) => {
  const parts = levels.slice(0, level + 1).flat();
  const done = parts.includes('newcomers') ? everyone : onlyKnown;
  // RECURSIVE lets a part name one that stands after it.
  const named = [...parts.map((part, at) => sql[part](`$${at + 1}::jsonb`)), done].join(',\n');
  return { name: `turn-commit-${level}`, text: `WITH RECURSIVE ${named}\nSELECT id FROM done`, parts };
});
const [smallest] = statements as [(typeof statements)[number]];
