import type { Socket } from 'node:net';
import { addressOf } from '#http/address.ts';

const of = (remoteAddress: string | undefined) => addressOf({ socket: { remoteAddress } as Socket });

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1:ffff:ffff:ffff:ffff', true],
  ['2001:db8::1', '2001:db8:0:0:1::', true],
  ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['fe80::1%eth0', 'fe80::2%eth0', true],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ['192.0.2.1', '192.0.2.2', false],
])('%s and %s: counted as one is %s', (one, other, same) => {
  expect(of(one) === of(other)).toBe(same);
});

test('a connection that is gone already counts too', () => {
  expect(of(undefined)).toBe('unknown');
});
