import { smsRoom } from '#channels/sms/room.ts';
import { createConsultations } from '#consultations';
import type { Database } from '#database/open.ts';
import { roomFaults } from '#dialogs/consultation/roomFaults.ts';
import { reservedWords } from '#language/hearing/reserved.ts';
import { loadWords } from '#language/words.ts';
import { createPeople } from '#people';
import { createPlaces } from '#places';
import type { Secrets } from './secrets.ts';

/** Everything that can be done, whoever asks: the bot, the command line, the console. */
export function createServices({ prisma }: Pick<Database, 'prisma'>, secrets: Secrets, clock: () => Date) {
  const words = loadWords();
  return {
    people: createPeople(secrets),
    places: createPlaces({ database: prisma, words }),
    consultations: createConsultations({
      database: prisma,
      secrets,
      clock,
      reserved: reservedWords,
      // The dearest room: what fits a text message fits everywhere.
      faultsIn: (definition) => roomFaults(definition, smsRoom(), words),
    }),
  };
}

export type Services = ReturnType<typeof createServices>;
