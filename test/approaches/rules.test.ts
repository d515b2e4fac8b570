import fc from 'fast-check';
import { endOf, mostAttempts, mostAttemptsInTime } from '#approaches/rules.ts';
import { type Receipt, refusalReasons } from '#channels/channel.ts';

const now = new Date('2026-11-24T10:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const receipts: fc.Arbitrary<Receipt> = fc.oneof(
  fc.record({ outcome: fc.constant('refused' as const), reason: fc.constantFrom(...refusalReasons) }),
  fc.record({
    outcome: fc.constant('tryLater' as const),
    reason: fc.constant('providerAway'),
    afterMs: fc.integer({ min: 0, max: 3_600_000 }),
  }),
  fc.constant({ outcome: 'unknown' as const, reason: 'noAnswer' }),
);
const attempts = fc.integer({ min: 1, max: 40 });
const notAfters = fc.option(fc.integer({ min: 1, max: 48 * 3_600_000 }).map(later), { nil: null });

test('nothing is tried at once, more often than it may be, or once it is worth nothing', () => {
  fc.assert(
    fc.property(receipts, attempts, notAfters, (receipt, attempts, notAfter) => {
      const end = endOf(receipt, { attempts, notAfter }, now);
      if (end.end !== 'again') return;
      expect(end.at.getTime()).toBeGreaterThan(now.getTime());
      expect(end.at.getTime()).toBeLessThan(notAfter?.getTime() ?? Number.POSITIVE_INFINITY);
      expect(attempts).toBeLessThan(notAfter ? mostAttemptsInTime : mostAttempts);
    }),
  );
});

test('a refusal ends with its own reason, unless it is ours to put right and there is time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...refusalReasons), attempts, notAfters, (reason, attempts, notAfter) => {
      const end = endOf({ outcome: 'refused', reason }, { attempts, notAfter }, now);
      const ours = reason === 'accountStopped' || reason === 'setUp';
      if (end.end === 'again') expect([ours, notAfter !== null]).toEqual([true, true]);
      else expect(end).toEqual({ end: 'failed', reason });
    }),
  );
});

test('what nobody knows is never tried again', () => {
  fc.assert(
    fc.property(attempts, notAfters, (attempts, notAfter) => {
      expect(endOf({ outcome: 'unknown', reason: 'noAnswer' }, { attempts, notAfter }, now)).toEqual({ end: 'failed', reason: 'unknown' });
    }),
  );
});
