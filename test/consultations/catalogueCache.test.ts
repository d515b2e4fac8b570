import type { Catalogue } from '#consultations/catalogue.ts';
import { createCatalogueCache } from '#consultations/catalogueCache.ts';

const at = (revision: number): Catalogue => ({ revision, live: [], versions: new Map() });

/** A store whose readings are answered by hand. */
function slowStore() {
  const waiting: ((catalogue: Catalogue) => void)[] = [];
  return {
    read: () => new Promise<Catalogue>((resolve) => waiting.push(resolve)),
    answer: (revision: number) => waiting.shift()?.(at(revision)),
    waiting,
  };
}

describe('the catalogue in memory', () => {
  test('is there at once while the revision is the same', async () => {
    let readings = 0;
    const cache = createCatalogueCache(async () => at(++readings));
    await cache.at(1);
    expect(cache.at(1)).toEqual(at(1));
    expect(readings).toBe(1);
  });

  test('is read again when a turn saw another revision, even a smaller one', async () => {
    const revisions = [4, 5, 2];
    const cache = createCatalogueCache(async () => at(revisions.shift() ?? 0));
    expect((await cache.at(4)).revision).toBe(4);
    expect((await cache.at(5)).revision).toBe(5);
    expect((await cache.at(2)).revision).toBe(2);
  });

  test('is read once for all who ask meanwhile', async () => {
    const { read, answer, waiting } = slowStore();
    const cache = createCatalogueCache(read);
    const asked = [cache.at(1), cache.at(1), cache.at(1)];
    expect(waiting).toHaveLength(1);
    answer(1);
    expect((await Promise.all(asked)).map(({ revision }) => revision)).toEqual([1, 1, 1]);
  });

  test('is read once more for whoever saw a revision that the reading under way did not', async () => {
    const { read, answer } = slowStore();
    const cache = createCatalogueCache(read);
    const [first, second] = [cache.at(1), cache.at(2)];
    answer(1);
    expect((await first).revision).toBe(1);
    await new Promise(setImmediate);
    answer(2);
    expect((await second).revision).toBe(2);
  });

  test('can be asked again after a reading failed', async () => {
    const answers = [() => Promise.reject(new Error('no database')), () => Promise.resolve(at(1))];
    const cache = createCatalogueCache(() => answers.shift()?.() ?? Promise.resolve(at(0)));
    await expect(cache.at(1)).rejects.toThrow('no database');
    expect((await cache.at(1)).revision).toBe(1);
  });
});
