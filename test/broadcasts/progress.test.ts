import { createProgress } from '#broadcasts/sending/progress.ts';

const claimed = (broadcastKey: string, ...people: readonly (string | null)[]) => people.map((personId) => ({ broadcastKey, personId }));

test('at the start everybody is looked at, then whoever comes after the last of each broadcast', () => {
  const progress = createProgress();
  expect(progress.after(0)).toBeUndefined();
  progress.lookedAtAll(10, 10);
  progress.claimed([...claimed('parks', 'a', 'c', 'b', null), ...claimed('roads', 'd')]);
  progress.claimed(claimed('parks', 'a'));
  expect(progress.after(500)).toEqual({ parks: 'c', roads: 'd' });
});

test('everybody is looked at once a second, and less often where that takes long', () => {
  const progress = createProgress();
  progress.lookedAtAll(1_000, 5);
  expect(progress.after(1_999)).toEqual({});
  expect(progress.after(2_000)).toBeUndefined();
  progress.lookedAtAll(2_100, 100);
  expect(progress.after(7_099)).toEqual({});
  expect(progress.after(7_100)).toBeUndefined();
});
