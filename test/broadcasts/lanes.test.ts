import { createLanes } from '#broadcasts/sending/lanes.ts';

/** Lanes whose work ends when it is told to. */
function lanesOf(most: number) {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const lanes = createLanes<number>(most, (item) => {
    begun.push(item);
    return new Promise((resolve) => ends.set(item, resolve));
  });
  const end = async (...items: readonly number[]) => {
    for (const item of items) ends.get(item)?.();
    // A lane goes on at the end of the event loop's round.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  };
  return { lanes, begun, end };
}

/** Whether a promise resolves without anything else to happen. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

test('so many at once and no more, in the order in which they came', async () => {
  const { lanes, begun, end } = lanesOf(2);
  lanes.add([1, 2, 3]);
  lanes.add([4, 5]);
  expect(begun).toEqual([1, 2]);
  await end(2);
  expect(begun).toEqual([1, 2, 3]);
  await end(1, 3);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});

test('whoever waits for few to be left, or for none, is told then', async () => {
  const { lanes, end } = lanesOf(1);
  expect(await isDone(lanes.idle())).toBe(true);
  lanes.add([1, 2, 3]);
  const [fewLeft, idle] = [lanes.down(1), lanes.idle()];
  expect(await isDone(fewLeft)).toBe(false);
  await end(1);
  expect(await isDone(fewLeft)).toBe(true);
  await end(2);
  expect(await isDone(idle)).toBe(false);
  await end(3);
  expect(await isDone(idle)).toBe(true);
  lanes.add([4]);
  await end(4);
  expect(await isDone(lanes.idle())).toBe(true);
});
