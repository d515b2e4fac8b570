import { isKnownPlace, type PlacesKnown, unknownPlace } from '#consultations';
import type { Prisma } from '#database/prisma.ts';
import { createContacts } from '../contacts/index.ts';
import type { People } from '../index.ts';
import type { CouncilRoleName } from './roles.ts';
import { createCouncilStore } from './store.ts';

export { type CouncilRoleName, councilRoleNames } from './roles.ts';

export interface CouncilNeeds extends PlacesKnown {
  readonly database: Prisma;
  readonly people: Pick<People, 'lookup' | 'open'>;
  readonly clock: () => Date;
}

export type Councils = ReturnType<typeof createCouncils>;

/** Clerks and chairs of councils, as an officer records them. */
export function createCouncils({ database, people, places, consultations, clock }: CouncilNeeds) {
  const store = createCouncilStore(database);
  const contacts = createContacts({ database, people });

  /** A contact point's id, by a telephone number or by a person's id in Microsoft Entra. Throws where nobody is known by it. */
  async function contactPoint(contact: string): Promise<string> {
    const found = (await contacts.find(contact))?.contactPointId;
    if (found !== undefined) return found;
    throw new Error(`Nobody is known as ${contact}. They must have sent a text, or installed the app in Teams, first.`);
  }

  /** Where the places are known, a council is one of them: a key with a slip in it would make a response that is nobody's. */
  async function refuseUnknown(council: string): Promise<void> {
    if (!(await isKnownPlace(council, { places, consultations }))) throw new Error(`There is no place ${council}: ${unknownPlace}.`);
  }

  return {
    councilsOf: store.councilsOf,

    /** Records that somebody is the clerk or the chair of a council. Throws where either is unknown. */
    async appoint(contact: string, council: string, role: CouncilRoleName): Promise<void> {
      await refuseUnknown(council);
      await store.put(await contactPoint(contact), council, role, clock());
    },

    /** Takes it back. Throws where there was nothing. */
    async dismiss(contact: string, council: string): Promise<void> {
      if ((await store.remove(await contactPoint(contact), council)) === 0) throw new Error(`${contact} has no role in ${council}.`);
    },
  };
}
