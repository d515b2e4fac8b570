import fc from 'fast-check';
import { type AboutYouSnapshot, fewestBetweenTotals, toldSnapshot } from '#consultations/results/snapshot.ts';

const ofResponses = (responses: number): AboutYouSnapshot => ({ takenAt: new Date(0), responses, totals: [] });

describe('equality totals', () => {
  test.each([
    ['none are told of nine', undefined, 9, undefined],
    ['the first are told of ten', undefined, 10, 10],
    ['nine more say nothing new', 10, 19, 10],
    ['ten more do', 10, 20, 20],
    ['fewer do not, though ten were withdrawn', 30, 20, 30],
  ])('%s', (_, kept, now, told) => {
    expect(toldSnapshot(kept === undefined ? undefined : ofResponses(kept), ofResponses(now))?.responses).toBe(told);
  });

  /** A few people at a time, or many. */
  const everybody = Array.from({ length: 40 }, (_, at) => at);
  const some = fc.oneof(fc.subarray(everybody, { maxLength: 3 }), fc.subarray(everybody, { minLength: 8, maxLength: 16 }));
  const anEvent = fc.record({ what: fc.constantFrom('send', 'send', 'change', 'withdraw'), who: some, exported: fc.boolean() });

  test('that were ever told are the same, or the later count ten people whom the earlier do not', () => {
    let most = 0;
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40, size: 'max' }), (events) => {
        const told = toldOver(events);
        most = Math.max(most, told.length);
        for (const [place, later] of told.entries()) {
          for (const earlier of told.slice(0, place)) {
            expect([...later].filter((person) => !earlier.has(person)).length).toBeGreaterThanOrEqual(fewestBetweenTotals);
          }
        }
      }),
    );
    expect(most).toBeGreaterThan(2);
  });

  interface Event {
    readonly what: string;
    readonly who: readonly number[];
    readonly exported: boolean;
  }

  /** Whom each table counts, of all tables that were told one after another. Who changes an answer is counted as before. */
  function toldOver(events: readonly Event[]): readonly ReadonlySet<number>[] {
    const sent = new Set<number>();
    const counted = new Map<AboutYouSnapshot, ReadonlySet<number>>();
    const told = new Set<ReadonlySet<number>>();
    let kept: AboutYouSnapshot | undefined;
    for (const { what, who, exported } of events) {
      for (const each of who) {
        if (what === 'send') sent.add(each);
        if (what === 'withdraw') sent.delete(each);
      }
      if (!exported) continue;
      const now = ofResponses(sent.size);
      counted.set(now, new Set(sent));
      kept = toldSnapshot(kept, now);
      const table = kept && counted.get(kept);
      if (table) told.add(table);
    }
    return [...told];
  }
});
