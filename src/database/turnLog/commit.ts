import type { ConsultationFact } from '#consultations/facts.ts';
import type { DecidedTurn } from './rows.ts';

/**
 * Records a batch of turns. A turn whose conversation has moved since it was loaded records nothing and is not in the answer.
 * Every part reads one JSON parameter, so that the statement is the same for one turn and for a hundred.
 */
export const commitSql = `
WITH turn AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, point uuid, version int, last_sequence int, language text, state jsonb,
    response uuid, about_you text, person uuid, channel text, lookup text, address text)),
point AS (
  INSERT INTO contact_point (id, person_id, channel, lookup, address)
  SELECT point, person, channel, decode(lookup, 'hex'), decode(address, 'hex') FROM turn WHERE person IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING id, person_id),
person_made AS (INSERT INTO person (id) SELECT person_id FROM point),
made AS (
  INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state, response_id, about_you_key)
  SELECT t.id, t.point, t.version + 1, t.last_sequence, t.language, t.state, t.response, decode(t.about_you, 'hex')
  FROM turn t JOIN point ON point.id = t.point RETURNING id),
moved_on AS (
  UPDATE conversation c SET version = t.version + 1, last_sequence = t.last_sequence, language = t.language, state = t.state,
    response_id = t.response, about_you_key = decode(t.about_you, 'hex')
  FROM turn t WHERE c.id = t.id AND c.version = t.version RETURNING c.id),
done AS (SELECT id FROM made UNION ALL SELECT id FROM moved_on),
said AS (
  INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
  SELECT m.c, m.sequence, m.direction, m.provider_id, m.reply_to, m.activity, m.at
  FROM jsonb_to_recordset($2::jsonb) AS m(c uuid, sequence int, direction text, provider_id text, reply_to int, activity jsonb, at timestamptz)
  JOIN done ON done.id = m.c),
started AS (
  INSERT INTO response (id, consultation_key, version_number, respondent_key, reference, channel, language, place, capacity, council,
    minute_reference, started_at)
  SELECT r.id, r.consultation, r.version, decode(r.respondent, 'hex'), r.reference, r.channel, r.language, r.place,
    CASE WHEN r.council IS NULL THEN 'own' ELSE 'council' END, r.council, r.minute, r.at
  FROM jsonb_to_recordset($3::jsonb) AS r(c uuid, id uuid, consultation text, version int, respondent text, reference text,
    channel text, language text, place text, council text, minute text, at timestamptz)
  JOIN done ON done.id = r.c),
given AS (
  INSERT INTO answer (response_id, question_key, value, said, language, given_at)
  SELECT a.response, a.question, coalesce(a.value, 'null'), a.said, a.language, a.at
  FROM jsonb_to_recordset($4::jsonb) AS a(c uuid, response uuid, question text, value jsonb, said text, language text, at timestamptz)
  JOIN done ON done.id = a.c
  ON CONFLICT (response_id, question_key)
  DO UPDATE SET value = EXCLUDED.value, said = EXCLUDED.said, language = EXCLUDED.language, given_at = EXCLUDED.given_at),
taken_back AS (
  DELETE FROM answer USING jsonb_to_recordset($5::jsonb) AS b(c uuid, response uuid, question text)
  JOIN done ON done.id = b.c WHERE answer.response_id = b.response AND answer.question_key = b.question),
about_you AS (
  INSERT INTO about_you_answer (holder, consultation_key, question_key, value)
  SELECT decode(y.holder, 'hex'), y.consultation, y.question, coalesce(y.value, 'null')
  FROM jsonb_to_recordset($6::jsonb) AS y(c uuid, holder text, consultation text, question text, value jsonb)
  JOIN done ON done.id = y.c
  ON CONFLICT (holder, question_key) DO UPDATE SET value = EXCLUDED.value),
about_you_back AS (
  DELETE FROM about_you_answer USING jsonb_to_recordset($7::jsonb) AS z(c uuid, holder text, question text)
  JOIN done ON done.id = z.c WHERE about_you_answer.holder = decode(z.holder, 'hex') AND about_you_answer.question_key = z.question),
submitted AS (
  UPDATE response SET submitted_at = s.at, language = s.language
  FROM jsonb_to_recordset($8::jsonb) AS s(c uuid, response uuid, language text, at timestamptz)
  JOIN done ON done.id = s.c WHERE response.id = s.response)
SELECT id FROM done`;

/** The statement's eight parameters, each a JSON array with a `c` that names the conversation. */
export function commitValues(turns: readonly DecidedTurn[]): string[] {
  const rows = { started: [], given: [], takenBack: [], aboutYou: [], aboutYouBack: [], submitted: [] } satisfies FactRows as FactRows;
  const messages: object[] = [];
  for (const turn of turns) {
    const c = turn.conversation.id;
    for (const message of turn.messages) messages.push(messageRow(c, message, turn.at));
    for (const fact of turn.facts) addFact(rows, c, fact, turn.at);
  }
  const parts = [turns.map(turnRow), messages, rows.started, rows.given, rows.takenBack, rows.aboutYou, rows.aboutYouBack, rows.submitted];
  return parts.map((part) => (part.length === 0 ? '[]' : JSON.stringify(part)));
}

type FactRows = Record<'started' | 'given' | 'takenBack' | 'aboutYou' | 'aboutYouBack' | 'submitted', object[]>;

function turnRow({ conversation: c, newcomer }: DecidedTurn): object {
  return {
    id: c.id,
    point: c.contactPointId,
    version: c.version,
    last_sequence: c.lastSequence,
    language: c.language,
    state: c.state,
    response: c.responseId,
    about_you: c.aboutYouKey,
    ...(newcomer && {
      person: newcomer.personId,
      channel: newcomer.channel,
      lookup: Buffer.from(newcomer.lookup).toString('hex'),
      address: Buffer.from(newcomer.address).toString('hex'),
    }),
  };
}

function messageRow(c: string, message: DecidedTurn['messages'][number], at: Date): object {
  const { sequence, direction, providerId, replyTo, activity } = message;
  return { c, sequence, direction, provider_id: providerId, reply_to: replyTo, activity, at };
}

function addFact(rows: FactRows, c: string, fact: ConsultationFact, at: Date): void {
  switch (fact.kind) {
    case 'responseStarted': {
      const { id, consultationKey, versionNumber, respondentKey, reference, channel, language, place, council, minuteReference } =
        fact.response;
      const names = { consultation: consultationKey, version: versionNumber, respondent: respondentKey };
      rows.started.push({ c, id, ...names, reference, channel, language, place, council, minute: minuteReference, at });
      return;
    }
    case 'answerGiven': {
      const { responseId, questionKey, value, said, language } = fact;
      rows.given.push({ c, response: responseId, question: questionKey, value, said, language, at });
      return;
    }
    case 'answerTakenBack':
      rows.takenBack.push({ c, response: fact.responseId, question: fact.questionKey });
      return;
    case 'aboutYouGiven': {
      const { aboutYouKey, consultationKey, questionKey, value } = fact;
      rows.aboutYou.push({ c, holder: aboutYouKey, consultation: consultationKey, question: questionKey, value });
      return;
    }
    case 'aboutYouTakenBack':
      rows.aboutYouBack.push({ c, holder: fact.aboutYouKey, question: fact.questionKey });
      return;
    case 'responseSubmitted':
      rows.submitted.push({ c, response: fact.responseId, language: fact.language, at });
  }
}
