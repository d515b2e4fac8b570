import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { cardAnswer } from '#channels/askingCard.ts';
import type { Asks, Reply } from '#channels/channel.ts';
import { rendered } from '#channels/webchat/rendering.ts';
import { loadWords } from '#language/words.ts';

const words = loadWords();
const options = ['Benches', 'Paths & lights (at night)', '*Bins*'].map((label, place) => ({ key: `option-${place}`, label }));
const asking = (over: Partial<Asks>): Reply => ({
  type: 'message',
  text: '1 of 4. What should we mend first? [no link](https://thornby.example)\nChoose up to 2, best first.',
  asks: { about: 'consultation:parks-2027:ask:first', answer: 'several', options, language: 'en-GB', ...over },
});
const skip = { key: 'skip', label: 'Pomiń', say: 'POMIN' };

const shown: Readonly<Record<string, Reply>> = {
  several: asking({}),
  'several-polski': asking({ skip, language: 'pl' }),
  ranked: asking({ answer: 'ranked', atMost: 2, skip: { key: 'skip', label: 'Skip' } }),
};

function contentOf(reply: Reply): object {
  const [attachment] = rendered(reply, words).attachments ?? [];
  return (attachment as { content: object }).content;
}

const folder = new URL('./cards/', import.meta.url);
const rewriting = (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot === 'all';

test.each(Object.entries(shown))('%s is as it was looked at', (name, reply) => {
  const file = new URL(`${name}.json`, folder);
  if (rewriting) writeFileSync(file, JSON.stringify(contentOf(reply), null, 2));
  expect(contentOf(reply)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('one choice is buttons under the text, in the language of the conversation, and no card', () => {
  expect(rendered(asking({ answer: 'one', skip, language: 'pl' }), words)).toMatchObject({
    locale: 'pl',
    suggestedActions: { actions: [...options.map(({ label }) => ({ title: label, value: label })), { title: 'Pomiń', value: 'POMIN' }] },
  });
  expect(rendered(asking({ answer: 'one' }), words).attachments).toBeUndefined();
});

test('what a card says is the labels as they are, in order, whatever is beside the boxes; nothing chosen is left out', () => {
  const data = { about: 'x', labels: options.map(({ label }) => label) };
  expect(cardAnswer({ ...data, chosen: '0,2' })).toEqual({ about: 'x', said: 'Benches\n*Bins*' });
  expect(cardAnswer({ ...data, place1: '2', place2: 'nothing' })).toEqual({ about: 'x', said: '*Bins*' });
});

const schemaFile = new URL('../../../../shared/data/adaptivecards/adaptive-card-1.5.0.json', import.meta.url);
if (!existsSync(schemaFile)) console.info('The schema of Adaptive Cards is not beside the project: cards are not held against it.');

describe('the schema of Adaptive Cards 1.5', () => {
  if (!existsSync(schemaFile)) {
    it('is not beside the project', () => expect(existsSync(schemaFile)).toBe(false));
    return;
  }
  const { id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as { id: string };
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true, 'uri-reference': true } });
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object);
  const validate = ajv.compile({ ...schema, $id: id });

  it.each(Object.entries(shown))('holds for %s', (_name, reply) => {
    expect([validate(contentOf(reply)), validate.errors]).toEqual([true, null]);
  });

  it('does not hold for anything', () => {
    expect(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet' }] })).toBe(false);
  });
});
