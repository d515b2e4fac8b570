import { placeName } from '#places/name.ts';

test.each([
  ['parish:higham-ferrers', 'Higham Ferrers'],
  ['town:kettering', 'Kettering'],
  ['ward:kingston-upon-the-hill', 'Kingston upon the Hill'],
  ['parish:the-lees', 'The Lees'],
  ['parish:', ''],
])('%s is called %s', (key, name) => {
  expect(placeName(key)).toBe(name);
});
