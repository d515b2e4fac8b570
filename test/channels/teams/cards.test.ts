import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { cardAnswer } from '#channels/askingCard.ts';
import type { Asks, Reply } from '#channels/channel.ts';
import { closedCard, overtakenCard } from '#channels/teams/cards/closed.ts';
import { rendered } from '#channels/teams/rendering.ts';
import { passageLimit, placesLimit, titleLimit } from '#consultations/limits.ts';
import { noticeOf } from '#dialogs/notice/notice.ts';
import { loadWords } from '#language/words.ts';
import { aDefinition } from '#test/consultations/builders.ts';

const words = loadWords();
const now = new Date('2027-01-20T10:00:00Z');
const definition = aDefinition({ places: ['parish:thornby', 'parish:kingston-upon-thames'], decisionOn: '2027-03-10' });

const options = ['Benches', 'Paths & lights', '*Bins*'].map((label, place) => ({ key: `option-${place}`, label }));
const asks = (over: Partial<Asks>): Reply => ({
  type: 'message',
  text: 'Question 1 of 4. What should we mend first? [not a link](https://example.org)',
  asks: { about: 'consultation:parks-2027:ask:first', answer: 'one', options, language: 'en-GB', ...over },
});
const skip = { key: 'skip', label: 'Leave it out', say: 'SKIP' };
const contentOf = (reply: Reply, chat?: string) => rendered(reply, words, chat).attachments?.[0]?.content as object;
const notice = (language: 'en-GB' | 'pl', chat?: string) =>
  contentOf(
    {
      type: 'message',
      text: 'Your parish is one of those where a play area may be mended.',
      notice: noticeOf(definition, language, { words, now }),
    },
    chat,
  );
const kept = { asked: 'Question 1 of 4. What should we mend first?', language: 'en-GB' } as const;

const cards: Readonly<Record<string, object>> = {
  'one-of-several': contentOf(asks({ skip })),
  'one-of-many': contentOf(
    asks({ options: Array.from({ length: 9 }, (_, place) => ({ key: `k${place}`, label: `Place ${place + 1}` })), skip }),
  ),
  several: contentOf(asks({ answer: 'several' })),
  ranked: contentOf(asks({ answer: 'ranked', atMost: 2 })),
  'own-words': contentOf(asks({ answer: 'words', options: [], skip })),
  closed: closedCard(kept, 'Benches\nBins', words),
  overtaken: overtakenCard(kept, words),
  notice: notice('en-GB'),
  'notice-polski': notice('pl'),
  'notice-in-a-channel': notice('en-GB', 'https://teams.microsoft.com/l/chat/0/0?users=28%3Aus'),
};

const folder = new URL('./cards/', import.meta.url);
const rewriting = (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot === 'all';

test.each(Object.entries(cards))('%s is as it was looked at', (name, card) => {
  const file = new URL(`${name}.json`, folder);
  if (rewriting) writeFileSync(file, `${JSON.stringify(card, null, 2)}\n`);
  else expect(JSON.parse(JSON.stringify(card))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test.each(Object.entries(cards))('%s is small enough for every client of Teams', (_name, card) => {
  expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(28 * 1024);
});

test('no card has more buttons than Teams shows', () => {
  const many = Object.entries(cards).filter(([, card]) => ((card as { actions?: readonly object[] }).actions?.length ?? 0) > 6);
  expect(many.map(([name]) => name)).toEqual([]);
});

test('what is chosen from a list, or written, is heard as it is shown', () => {
  const answered = (name: string, given: object) => {
    const { actions } = cards[name] as { actions: readonly { data: object }[] };
    return cardAnswer({ ...actions[0]?.data, ...given });
  };
  const about = 'consultation:parks-2027:ask:first';
  expect(answered('one-of-many', { chosen: '7' })).toEqual({ about, said: 'Place 8' });
  expect(answered('own-words', { said: 'More benches' })).toEqual({ about, said: 'More benches' });
});

/** Teams refuses a larger message, card and all: 413 MessageSizeTooBig. */
const mostBytes = 100 * 1024;

test('a notice with the longest words and the most places that a consultation may have stays well below what Teams takes', () => {
  const long = { en: 'ł'.repeat(passageLimit) };
  const places = Array.from({ length: placesLimit }, (_, place) => `parish:${'long-name-'.repeat(3)}${place}`);
  const longest = aDefinition({ title: { en: 'ł'.repeat(titleLimit) }, summary: long, decision: long, decisionMaker: long, places });
  const reply = { type: 'message', text: 'ł'.repeat(5000), notice: noticeOf(longest, 'en-GB', { words, now }) };
  expect(Buffer.byteLength(JSON.stringify(contentOf(reply)), 'utf16le')).toBeLessThan((3 * mostBytes) / 4);
});

test('what has several lines has a block for each, as Teams draws them as one line otherwise', () => {
  const blocks = (card: object) => (card as { readonly body: readonly { readonly text: string }[] }).body.map(({ text }) => text);
  const reply = {
    type: 'message',
    text: 'Have your say.\nTo end these, reply STOP.',
    notice: noticeOf(definition, 'en-GB', { words, now }),
  };
  expect(blocks(contentOf(reply)).slice(1, 3)).toEqual(['Have your say\\.', 'To end these, reply STOP\\.']);
  expect(blocks(closedCard({ asked: 'Your parks\nOpen until: 31 January', language: 'en-GB' }, 'No comment', words))).toEqual([
    'Your parks',
    'Open until: 31 January',
    'You chose: No comment',
  ]);
});

const schemaFile = new URL('../../../../shared/data/adaptivecards/adaptive-card-1.5.0.json', import.meta.url);

if (existsSync(schemaFile)) {
  const { id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as { id: string };
  const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true }));
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object);
  const validate = ajv.compile({ ...schema, $id: id });
  test.each(Object.entries(cards))('%s holds against the schema of Adaptive Cards 1.5', (_name, card) => {
    expect([validate(card), validate.errors]).toEqual([true, null]);
  });
} else process.stdout.write('The schema of Adaptive Cards is not here (../shared/data/adaptivecards): its tests are skipped.\n');
