import type { Asks } from '#channels/channel.ts';
import { rendered } from '#channels/webchat/rendering.ts';
import { spoken } from '#channels/webchat/spoken.ts';
import { loadWords } from '#language/words.ts';

const words = loadWords();
const asks = (over: Partial<Asks> = {}): Asks => ({
  about: 'consultation:parks-2027:ask:visit',
  answer: 'one',
  options: ['Every week', 'Hardly ever'].map((label, place) => ({ key: `option-${place}`, label })),
  language: 'en-GB',
  ...over,
});
const skip = { key: 'skip', label: 'Skip', say: 'SKIP' };
const steps = ['1 Very unhappy', '2', '3 Very happy'].map((label) => ({ key: label, label, say: label.slice(0, 1) }));

test.each<[what: string, text: string, asks: Asks, heard: string]>([
  ['each option with the number to type', '1 of 4. How often?', asks(), '1 of 4. How often? 1: Every week. 2: Hardly ever.'],
  [
    'the steps of a scale as the numbers that they are',
    'How happy?',
    asks({ options: steps, skip }),
    'How happy? 1 Very unhappy. 2. 3 Very happy. Or SKIP.',
  ],
  [
    'how to answer after the options',
    'What for?\nChoose all that fit.',
    asks({ answer: 'several', hint: 'Choose all that fit.' }),
    'What for? 1: Every week. 2: Hardly ever. Choose all that fit. You can type the numbers.',
  ],
  [
    'a question with nothing to press as it is',
    'What else?\nReply in your own words.',
    asks({ answer: 'words', options: [], hint: 'Reply in your own words.' }),
    'What else? Reply in your own words.',
  ],
  ['a pause after a line that has no stop', 'Thornby library\nOpen today', asks({ options: [], hint: '' }), 'Thornby library. Open today.'],
  ['the language of the question', 'Jak często?', asks({ skip, language: 'pl' }), 'Jak często? 1: Every week. 2: Hardly ever. Albo POMIN.'],
])('somebody who listens is read %s', (_what, text, asked, heard) => {
  expect(spoken(text, asked, words)).toBe(heard);
});

test('what is only said is read as it is', () => {
  expect(rendered({ type: 'message', text: 'Thank you.' }, words)).toEqual({ type: 'message', text: 'Thank you.' });
});
