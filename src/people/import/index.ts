import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '#database/generated/client.ts';
import { readAgreed } from './rows.ts';
import { addAgreed } from './store.ts';

export interface ImportNeeds {
  readonly database: PrismaClient;
  lookup(channel: string, address: string): Uint8Array;
  seal(address: string): Uint8Array;
  readonly clock: () => Date;
}

/** Takes in people who agreed elsewhere to be told: on a form, at a desk. */
export function createImport({ database, lookup, seal, clock }: ImportNeeds) {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    /** A CSV file, whole or not at all: refuses with `DefinitionRefused`, naming every fault. */
    async importPeople(text: string): Promise<{ readonly people: number; readonly added: number }> {
      const agreed = readAgreed(text);
      const rows = agreed.map(({ phone, ...wish }) => ({
        ...wish,
        person: randomUUID(),
        point: randomUUID(),
        lookup: hex(lookup('sms', phone)),
        address: hex(seal(phone)),
      }));
      return { people: rows.length, added: await addAgreed(database, rows, clock()) };
    },
  };
}
