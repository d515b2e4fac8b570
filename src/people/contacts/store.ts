import type { PrismaClient } from '#database/generated/client.ts';

export function createContactStore({ contactPoint }: PrismaClient) {
  return {
    contactPoint: (channel: string, lookup: Uint8Array) =>
      contactPoint.findUnique({ where: { channel_lookup: { channel, lookup: new Uint8Array(lookup) } }, select: { id: true } }),

    /** Encrypted addresses of a channel. In Teams they are councillors and clerks: hundreds. */
    addresses: (channel: string) => contactPoint.findMany({ where: { channel }, select: { id: true, address: true, lookup: true } }),
  };
}
