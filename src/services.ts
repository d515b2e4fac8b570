import { createConsultations } from '#consultations';
import type { Database } from '#database/open.ts';
import { reservedWords } from '#language/hearing/reserved.ts';
import { createPeople } from '#people';
import type { Secrets } from './secrets.ts';

/** Everything that can be done, whoever asks: the bot, the command line, the console. */
export function createServices({ prisma }: Pick<Database, 'prisma'>, secrets: Secrets, clock: () => Date) {
  return {
    people: createPeople(secrets),
    consultations: createConsultations({ database: prisma, secrets, clock, reserved: reservedWords }),
  };
}

export type Services = ReturnType<typeof createServices>;
