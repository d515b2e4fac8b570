import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Of an IPv6 address the part that names a network; whoever has one has all the addresses in it (RFC 6177). Groups of 16 bits. */
const networkGroups = 4;

/** Where a request comes from, as it is counted: an IPv4 address, or the network of an IPv6 address (`2001:db8:0:1`), as nobody has but one of its addresses. */
export function addressOf({ socket }: Pick<IncomingMessage, 'socket'>): string {
  const address = socket.remoteAddress ?? 'unknown';
  return isIPv6(address) && !address.includes('.') ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [before = [], after = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const groups = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
  return groups.slice(0, networkGroups).join(':');
}
