import { createRecorder, type RecorderNeeds } from '#broadcasts/sending/recorder.ts';
import { until } from '#test/journeys/aServer.ts';

const away = new Error('the database is away');

function aRecorder(needs: Partial<RecorderNeeds<number>> = {}) {
  const recorded: (readonly number[])[] = [];
  const recorder = createRecorder<number>({
    record: async (results) => void recorded.push(results),
    restAfter: async () => true,
    isOnesOwn: (reason) => reason !== away,
    ...needs,
  });
  const add = (count: number) => {
    for (let at = 0; at < count; at++) recorder.add(at);
  };
  return { ...recorder, recorded, add };
}

test('results that come at the same moment are recorded together, few as they may be', async () => {
  const { add, idle, recorded } = aRecorder();
  add(3);
  await idle();
  expect(recorded).toEqual([[0, 1, 2]]);
});

test('many are recorded in statements of 500, each result once', async () => {
  const { add, idle, recorded } = aRecorder();
  add(1_120);
  await idle();
  expect(recorded.map((results) => results.length)).toEqual([500, 500, 120]);
  expect(recorded.flat()).toEqual(Array.from({ length: 1_120 }, (_, at) => at));
});

test('two statements are under way at most, and there is no room until they get on', async () => {
  const ends: (() => void)[] = [];
  const sizes: number[] = [];
  const { add, idle, room } = aRecorder({
    record(results) {
      sizes.push(results.length);
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  add(1_900);
  let isThere = false;
  const there = room().then(() => {
    isThere = true;
  });
  ends[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(sizes).toEqual([500, 500, 500]);
  expect(isThere).toBe(false);
  ends[1]?.();
  await there;
  ends[2]?.();
  await until(async () => ends.length === 4);
  ends[3]?.();
  await idle();
  expect(sizes).toEqual([500, 500, 500, 400]);
});

test('a result that cannot be recorded is the only one that is not', async () => {
  const recorded: number[] = [];
  const { add, idle } = aRecorder({
    async record(results) {
      if (results.includes(1)) throw new Error('no such delivery');
      recorded.push(...results);
    },
    restAfter: async (_, tries) => tries < 3,
  });
  add(4);
  await idle();
  expect(recorded).toEqual([0, 2, 3]);
});

test('a database that is away is tried again until it is told to stop', async () => {
  let asked = 0;
  const failing = async () => {
    asked += 1;
    if (asked < 4) throw away;
  };
  const { add, idle } = aRecorder({ record: failing });
  add(2);
  await idle();
  expect(asked).toBe(4);
  asked = 0;
  const { add: more, idle: over } = aRecorder({ record: failing, restAfter: async (_, tries) => tries < 2 });
  more(2);
  await over();
  expect(asked).toBe(2);
});
