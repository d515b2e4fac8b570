import { z } from 'zod';
import type { PrismaClient } from '#database/generated/client.ts';
import type { People } from '../index.ts';
import { asPhone } from '../phone.ts';
import { createContactStore } from './store.ts';

/** Somebody as an officer names them: where they would be found, and their contact point if we know one. */
export interface Contact {
  readonly channel: string;
  readonly lookup: Uint8Array;
  readonly contactPointId: string | undefined;
  /** The number, where it is one. */
  readonly phone: string | undefined;
}

export interface ContactNeeds {
  readonly database: PrismaClient;
  readonly people: Pick<People, 'lookup' | 'open'>;
}

/** Channels whose address an officer may be given as it is: the name of a conversation. */
const named = /^(webchat|page|teams):(.+)$/;

/** Finds people by what an officer knows of them: a number, a person's id in Microsoft Entra, or a conversation such as `webchat:dl_…`. */
export function createContacts({ database, people }: ContactNeeds) {
  const store = createContactStore(database);

  async function at(channel: string, address: string, phone?: string): Promise<Contact> {
    const lookup = people.lookup(channel, address);
    return { channel, lookup, contactPointId: (await store.contactPoint(channel, lookup))?.id, phone };
  }

  return {
    /** Undefined for what is nobody's address. */
    async find(contact: string): Promise<Contact | undefined> {
      const phone = asPhone(contact);
      if (phone) return at('sms', phone, phone);
      const [, channel, address] = named.exec(contact) ?? [];
      if (channel && address) return at(channel, address);
      const all = await store.addresses('teams');
      const found = all.find(({ address }) => entraIdIn(people.open(address))?.toLowerCase() === contact.toLowerCase());
      return found && { channel: 'teams', lookup: found.lookup, contactPointId: found.id, phone: undefined };
    },
  };
}

/** A person's id in Microsoft Entra, as the address of a Teams chat has it. */
const inTeams = z.object({ entraId: z.string() });

function entraIdIn(address: string): string | undefined {
  try {
    return inTeams.safeParse(JSON.parse(address)).data?.entraId;
  } catch {
    return undefined;
  }
}
