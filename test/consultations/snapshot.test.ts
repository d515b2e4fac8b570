import fc from 'fast-check';
import { type AboutYouSnapshot, counted, fewestBetweenTotals, toldSnapshot } from '#consultations/results/snapshot.ts';

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

  test('leave out the ten that came last until it is over, so that all are in the last ones', () => {
    const sent = Array.from({ length: 24 }, (_, at) => at);
    expect(counted(sent, false)).toEqual(sent.slice(0, 14));
    expect(counted(sent.slice(0, 9), false)).toEqual([]);
    expect(counted(sent, true)).toEqual(sent);
    // Whatever was told while it ran, at least ten were left out then.
    const toldBefore = ofResponses(counted(sent, false).length);
    expect(toldSnapshot(toldBefore, ofResponses(counted(sent, true).length))?.responses).toBe(24);
  });

  /** A few people at a time, or many. */
  const everybody = Array.from({ length: 40 }, (_, at) => at);
  const some = fc.oneof(fc.subarray(everybody, { maxLength: 3 }), fc.subarray(everybody, { minLength: 8, maxLength: 16 }));
  const what = fc.constantFrom('send', 'send', 'change', 'withdraw');
  const anEvent = fc.record({ what, who: some, exported: fc.boolean(), isOver: fc.boolean() });

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
    /** It may be over, and then not, where its closing time is put off. */
    readonly isOver: boolean;
  }

  /** Whom each table counts, of all tables that were told one after another. */
  function toldOver(events: readonly Event[]): readonly ReadonlySet<number>[] {
    const sent = new Set<number>();
    const tables = new Map<AboutYouSnapshot, ReadonlySet<number>>();
    const told = new Set<ReadonlySet<number>>();
    let kept: AboutYouSnapshot | undefined;
    for (const { what, who, exported, isOver } of events) {
      for (const each of who) {
        if (what === 'send') sent.add(each);
        if (what === 'withdraw') sent.delete(each);
        // Who changes an answer sends it anew.
        if (what === 'change' && sent.delete(each)) sent.add(each);
      }
      if (!exported) continue;
      const inTotals = counted([...sent], isOver);
      const now = ofResponses(inTotals.length);
      tables.set(now, new Set(inTotals));
      kept = toldSnapshot(kept, now);
      const table = kept && tables.get(kept);
      if (table) told.add(table);
    }
    return [...told];
  }
});
