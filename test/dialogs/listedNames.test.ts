import fc from 'fast-check';
import { type Called, isAnotherWord, isKind, type Said, saidOf } from '#dialogs/listed/names.ts';
import { plain } from '#language/hearing/clean.ts';

const called = (name: string, overrides: Partial<Called> = {}): Called => ({ names: [name], where: [], ...overrides });
/** As it is heard where every word is one that something is called by. */
function said(words: string, over = 0): Said {
  const all = plain(words).split(' ');
  return { all, telling: all.filter((word) => !isKind(word)), over };
}

test.each([
  ['lego club', 'Lego Club'],
  ['memory cafe', 'Memory Café'],
  ['sing fun', 'Sing for Fun'],
  ['riverside pantry', 'Riverside Community Pantry'],
  ['wellbeing wednesdays group', 'Wellbeing Wednesdays'],
  ['litter picking', 'Litter pick'],
])('"%s" is the whole of %s, but for what many names have', (words, name) => {
  expect(saidOf(called(name), said(words))).toBe('wholly');
});

test.each([
  ['tea talk', 'Tuesday Tea and Talk'],
  ['park walk', 'Gentle Park Walk'],
  ['swimming', 'Family Swim'],
  ['lego', 'Lego Club'],
  ['bingo', 'Bingo Night'],
])('"%s" is enough of %s', (words, name) => {
  expect(saidOf(called(name), said(words))).toBe('partly');
});

test.each([
  ['run', 'Saturday Run'],
  ['park', 'Gentle Park Walk'],
  ['club', 'Lego Club'],
  ['lego dancing', 'Lego Club'],
  ['pictures', 'Moving Pictures of Old Thornby'],
])('"%s" does not name %s', (words, name) => {
  expect(saidOf(called(name), said(words))).toBeUndefined();
});

test('where it is may be said beside a name, and is no name by itself', () => {
  const lego = called('Lego Club', { where: ['Thornby Library, Market Street'] });
  expect(saidOf(lego, said('lego library'))).toBe('partly');
  expect(saidOf(lego, said('library'))).toBeUndefined();
  expect(saidOf(lego, said('lego market library'))).toBeUndefined();
});

test('the place in a name tells nothing: one word is half of the rest', () => {
  const chess = called('Ashwell Green and Nether Cote Chess Club', { where: ['Church Lane, Ashwell Green, Nether Cote'] });
  expect(saidOf(chess, said('chess'))).toBe('partly');
});

test('what else it is called by counts where it is said wholly', () => {
  const room = called('Talking Room', { names: ['Talking Room', 'Counselling', 'Mental health'] });
  expect(saidOf(room, said('counselling'))).toBe('partly');
  expect(saidOf(room, said('health'))).toBeUndefined();
});

test('with a word or two that nothing is called by, a name has to be said wholly; with more, the message is about something else', () => {
  expect(saidOf(called('Lego Club'), said('lego club', 2))).toBe('wholly');
  expect(saidOf(called('Lego Club'), said('lego', 1))).toBeUndefined();
  expect(saidOf(called('Lego Club'), said('lego club', 3))).toBeUndefined();
});

const words = fc.uniqueArray(fc.constantFrom('lego', 'chess', 'lantern', 'pottery', 'salsa', 'tapestry', 'ukulele'), {
  minLength: 2,
  maxLength: 4,
});

test('the words of a name in any order are that name', () => {
  const property = fc.property(words, fc.nat(), (name, turn) => {
    const turned = [...name.slice(turn % name.length), ...name.slice(0, turn % name.length)];
    expect(saidOf(called(name.join(' ')), said(turned.join(' ')))).toBe('wholly');
  });
  fc.assert(property);
});

test('words of which none is in a name never mean it', () => {
  const property = fc.property(words, words, fc.nat(2), (name, others, over) => {
    const strange = others.filter((word) => !name.includes(word));
    fc.pre(strange.length > 0);
    expect(saidOf(called(name.join(' ')), said(strange.join(' '), over))).toBeUndefined();
  });
  fc.assert(property);
});

test.each([
  ['choir', 'chair', true],
  ['bnigo', 'bingo', false],
  ['bingoo', 'bingo', false],
  ['swiming', 'swimming', false],
  ['bingo', 'bingo', false],
])('"%s" is as likely another word than %s: %s', (word, meant, is) => {
  expect(isAnotherWord(word, meant)).toBe(is);
});
