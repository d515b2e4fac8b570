CREATE TEMPORARY TABLE newcomer AS
SELECT gen_random_uuid() AS person, gen_random_uuid() AS point, gen_random_uuid() AS conversation, gen_random_uuid() AS response
FROM generate_series((SELECT count(*) FROM person) + 1, :people);

INSERT INTO person (id) SELECT person FROM newcomer;

INSERT INTO contact_point (id, person_id, channel, lookup, address)
SELECT point, person, 'sms', uuid_send(point) || uuid_send(person), uuid_send(point) || uuid_send(response) FROM newcomer;

INSERT INTO response (id, consultation_key, version_number, respondent_key, reference, channel, language, started_at)
SELECT response, 'bench-parks', 1, uuid_send(response) || uuid_send(person), left(replace(response::text, '-', ''), 20), 'sms', 'en-GB', now() FROM newcomer;

INSERT INTO answer (response_id, question_key, value, said, language, given_at)
SELECT response, 'question-' || n, to_jsonb(n), 'said', 'en-GB', now() FROM newcomer, generate_series(1, 5) AS n;

INSERT INTO conversation (id, contact_point_id, version, last_sequence, language, state, response_id, about_you_key)
SELECT conversation, point, 8, 16, 'en-GB', '{"dialogStack": []}', response, uuid_send(response) || uuid_send(point) FROM newcomer;

INSERT INTO message (conversation_id, sequence, direction, provider_id, reply_to, activity, sent_at)
SELECT conversation, n, CASE n % 2 WHEN 1 THEN 'in' ELSE 'out' END, CASE n % 2 WHEN 1 THEN 'SM' || n END,
  CASE n % 2 WHEN 0 THEN n - 1 END, '{"type": "message", "text": "Something that was said, of the usual length of a text."}', now()
FROM newcomer, generate_series(1, 16) AS n;

DROP TABLE newcomer;
