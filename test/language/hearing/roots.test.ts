import { rootOf } from '#language/hearing/roots.ts';

test.each([
  ['swimming', 'swims', 'swim'],
  ['singing', 'sings', 'sing', 'singers'],
  ['dancing', 'dance', 'dancers', 'danced'],
  ['walks', 'walking', 'walk', 'walkers'],
  ['running', 'runs', 'run'],
  ['knitting', 'knit', 'knitters'],
  ['craft', 'crafts'],
  ['sewing', 'sew'],
  ['classes', 'class'],
  ['babies', 'baby'],
])('%s and its other forms have one root', (...forms) => {
  expect(new Set(forms.map(rootOf)).size).toBe(1);
});

test.each([
  ['lane', 'language'],
  ['car', 'carers'],
  ['king', 'kid'],
  ['bus', 'buy'],
  ['chair', 'choir'],
])('%s is no form of %s', (one, other) => {
  expect(rootOf(one)).not.toBe(rootOf(other));
});
