import type { PrismaClient } from '#database/generated/client.ts';
import { createStore } from './store.ts';

export { type Audit, recordAudit } from './store.ts';

/** What staff may do: look, write and confirm, or also say who works here. */
export const staffRoles = ['viewer', 'officer', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffMember {
  readonly email: string;
  readonly role: StaffRole;
}

/** Something was asked by or for somebody who may not. The message says what to do, for an officer. */
export class StaffRefused extends Error {
  readonly code = 'staff-refused';
}

/** What a screen or two hold; the rest is in the table. */
const mostAudited = 100;

export type Staff = ReturnType<typeof createStaff>;

/** Who works here, by e-mail in small letters. */
export function createStaff({ database, clock }: { readonly database: PrismaClient; readonly clock: () => Date }) {
  const store = createStore(database);

  return {
    /** Once more changes the role, and brings back who was removed. */
    async add(email: string, role: string): Promise<StaffMember> {
      const known = staffRoles.find((each) => each === role);
      if (!known) throw new StaffRefused(`"${role}" is no role. The roles are ${staffRoles.join(', ')}.`);
      const written = asEmail(email);
      await store.put(written, known, clock());
      return { email: written, role: known };
    },

    async remove(email: string): Promise<void> {
      if (!(await store.remove(asEmail(email), clock())))
        throw new StaffRefused(`${email} does not work here. To see who does: staff list`);
    },

    /** What staff did that others must be able to look up, the newest first. */
    audit: async () => (await store.audit(mostAudited)).map(({ at, by, what, detail }) => ({ at, by, what, detail: detail as object })),

    list: async (): Promise<readonly StaffMember[]> => (await store.list()).map(({ email, role }) => ({ email, role: role as StaffRole })),

    /** Whoever may write and confirm. Throws `StaffRefused` for anybody else. */
    async officer(email: string): Promise<StaffMember> {
      const found = await store.find(asEmail(email));
      if (!found) throw new StaffRefused(`${email} is no member of staff. To add them: staff add ${email} --role officer`);
      if (found.role === 'viewer') throw new StaffRefused(`${email} may only look. To change that: staff add ${email} --role officer`);
      return { email: found.email, role: found.role as StaffRole };
    },
  };
}

function asEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new StaffRefused(`"${text}" is no e-mail address.`);
  return email;
}
