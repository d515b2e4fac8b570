import { createApproaches } from '#approaches';
import { createBroadcasts } from '#broadcasts';
import { partsOf, smsRoom } from '#channels/sms/room.ts';
import { written } from '#channels/sms/written.ts';
import { createConsultations } from '#consultations';
import type { Database } from '#database/open.ts';
import { roomFaults } from '#dialogs/consultation/roomFaults.ts';
import { createDirectory } from '#directory';
import { createEvents } from '#events';
import { lastDayInWords } from '#language/dates.ts';
import { reservedWords } from '#language/hearing/reserved.ts';
import { loadWords } from '#language/words.ts';
import { createOffers } from '#offers';
import { createPeople, createSubscriptions } from '#people';
import { createCouncils } from '#people/councils/index.ts';
import { createHeld } from '#people/held/index.ts';
import { createImport } from '#people/import/index.ts';
import { createPlaces } from '#places';
import { createStaff } from '#staff';
import { createVolunteering } from '#volunteering';
import type { Secrets } from './secrets.ts';

/** What sending costs, how often a person is asked, and where links that we give lead to: settings, each with a default for whoever does not send. */
export interface ServiceSettings {
  readonly pencePerPart: number;
  readonly mostAsks: number;
  /** Where a resident turns when nothing is found: "Thornby Council on 01632 960000". */
  readonly councilContact?: string | undefined;
  /** As the council calls itself; without it, neutral words. */
  readonly councilName?: string | undefined;
  /** Absolute, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether texts can be sent, so that people may ask for one. */
  readonly canText: boolean;
}

export const usualSettings: ServiceSettings = { pencePerPart: 4, mostAsks: 4, publicUrl: 'http://localhost:3978', canText: false };

/** Everything that can be done, whoever asks: the bot, the command line, the console. */
export function createServices(
  { prisma }: Pick<Database, 'prisma'>,
  secrets: Secrets,
  clock: () => Date,
  { pencePerPart, mostAsks, councilContact, councilName, publicUrl, canText }: ServiceSettings = usualSettings,
) {
  const words = loadWords();
  const people = createPeople(secrets);
  const subscriptions = { ...createSubscriptions(prisma), ...createImport({ database: prisma, ...people, clock }) };
  const staff = createStaff({ database: prisma, clock });
  const consultations = createConsultations({
    database: prisma,
    secrets,
    clock,
    reserved: reservedWords,
    words,
    // The dearest room: what fits a text message fits everywhere.
    faultsIn: (definition) => roomFaults(definition, smsRoom(), words),
  });
  const places = createPlaces({ database: prisma, words });
  const broadcasts = createBroadcasts({
    database: prisma,
    clock,
    staff,
    consultations,
    places,
    mostAsks,
    words,
    noticeWords: (language, kind, { title, keyword, closesAt }) =>
      words(language, `updates.${kind}`, { title, keyword, date: lastDayInWords(closesAt, language) }),
    prices: { partsOf: (text) => partsOf(written(text)), pencePerPart, howToStop: (language) => words(language, 'updates.howToStop') },
  });
  const approaches = createApproaches({ database: prisma, people });
  const texting = canText ? approaches.texting(smsRoom().fits) : undefined;
  const councils = createCouncils({ database: prisma, people, places, consultations, clock });
  const held = createHeld({ database: prisma, people, consultations, clock });
  const volunteering = createVolunteering({ database: prisma, places, people, clock });
  const directory = createDirectory({
    database: prisma,
    places,
    words,
    clock,
    councilContact,
  });
  const events = createEvents({ database: prisma, places, clock, publicUrl });
  const offers = createOffers({
    database: prisma,
    clock,
    open: people.open,
    list: { service: directory.upkeep.listOffered, event: events.listOffered, opportunity: volunteering.listOffered },
  });
  return {
    people,
    subscriptions,
    councils,
    staff,
    places,
    directory,
    events,
    consultations,
    broadcasts,
    approaches,
    texting,
    councilName,
    offers,
    volunteering,
    held,
  };
}

export type Services = ReturnType<typeof createServices>;
