import { whyNot, whyPaused } from '#broadcasts/reasons.ts';
import { needsStaff, refusalReasons } from '#channels/channel.ts';
import { deliveryErrors, otherFailure, receiptOf, requestErrors } from '#channels/sms/providerErrors.ts';

const meanings = Object.values(requestErrors).map((meaning) => ('refused' in meaning ? meaning.refused : meaning.tryLater));
const failures = [...Object.values(deliveryErrors), otherFailure].map(({ reason }) => reason);
/** As they stand in the statements and in what becomes of a call. */
const ours = [
  'cancelled',
  'tooLate',
  'erased',
  'optedOut',
  'unreachable',
  'gaveUp',
  'lost',
  'noAnswer',
  'mishap',
  'windowClosed',
  'ownPace',
];
const { reason: answered } = receiptOf(500, undefined, undefined) as { readonly reason: string };

test.each([...new Set([...refusalReasons, ...meanings, ...failures, ...ours, 'tooManyRequests', 'providerAway', answered])])(
  'why a message did not arrive (%s) is said in words',
  (reason) => expect(whyNot(reason)).toMatch(/ /),
);

test.each([...needsStaff, 'officer', 'filtered'])('why a broadcast is paused (%s) is said in words', (reason) =>
  expect(whyPaused(reason)).toMatch(/ /),
);
