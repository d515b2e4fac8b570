import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { runDue } from '#approaches/running.ts';
import { createBot } from '#bot/index.ts';
import { recordRare } from '#bot/recordRare.ts';
import type { Inbound, Outgoing, Reply } from '#channels/channel.ts';
import { smsRoom } from '#channels/sms/room.ts';
import { readReference } from '#channels/teams/reference.ts';
import { teamsRoom } from '#channels/teams/room.ts';
import type { Definition } from '#consultations/definition.ts';
import { createPool } from '#database/pool.ts';
import { warmHearing } from '#language/hearing/warm.ts';
import { loadWords } from '#language/words.ts';
import { offerKinds } from '#offers';
import type { CouncilRoleName } from '#people/councils/index.ts';
import { planApproaches, stillHolds } from '#src/planning.ts';
import { privateWords } from '#src/privateWords.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices, usualSettings } from '#src/services.ts';
import { importSamplePlaces } from '#test/places/aTown.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';
import { type Kept, readKept, tablesHolding } from './kept.ts';

/** A town of its own for one script: the bot over a real database, an officer, and a clock that stands still. */
export interface Town {
  hear(inbound: Inbound): Promise<readonly Reply[]>;
  /** Imports a consultation of `fixtures/`, or of the sample town as `sample/parks.yaml`, and publishes it. */
  publish(file: string): Promise<void>;
  close(key: string): Promise<void>;
  /** One officer writes what came of a consultation, in a file of `fixtures/`, and another approves it. */
  feedback(file: string): Promise<void>;
  /** What is asked, as it is published. */
  definition(key: string): Promise<Definition>;
  /** An officer records the role of somebody in Teams. */
  appoint(entraId: string, council: string, role: CouncilRoleName): Promise<void>;
  now(): Date;
  /** Takes in events of `fixtures/`, or of the sample town as `sample/events.csv`, and the town's places. */
  events(file: string): Promise<void>;
  /** Takes in the sample town's places and a table of volunteering. */
  volunteering(file: string): Promise<void>;
  /** Begins what is due, and gives back to whom what was sent. */
  approach(): Promise<readonly Outgoing[]>;
  /** Lists the sample town's services, and knows its places. */
  listServices(): Promise<void>;
  /** Asks the group of the sample's food bank at this number whether it still runs. */
  ask(number: string): Promise<void>;
  /** An officer approves all that was offered of a kind. */
  approve(kind: string): Promise<void>;
  kept(): Promise<Kept>;
  /** Where in the database this stands. */
  holding(words: string): Promise<readonly string[]>;
}

/** Towns one after another in the same database, which each finds empty. */
export async function aPlaceForTowns() {
  const database = await testDatabase();
  const pool = createPool(database.url, (reason) => {
    throw reason;
  });
  warmHearing();
  return {
    async emptyTown(clock: () => Date): Promise<Town> {
      await empty(database);
      return town(database, pool, clock);
    },
    async close() {
      await pool.end();
      await database.close();
    },
  };
}

const words = loadWords();
const secrets = createSecrets('a key for conversations in tests only');

function town({ prisma }: TestDatabase, pool: Parameters<typeof createBot>[0]['pool'], clock: () => Date): Town {
  const services = createServices({ prisma }, secrets, clock, {
    ...usualSettings,
    canText: true,
    councilContact: 'Thornby Council on 01632 960000',
  });
  const mishaps: unknown[] = [];
  const report = { heard: () => undefined, mishap: ({ reason }: { reason: unknown }) => void mishaps.push(reason) };
  const bot = createBot({ pool, prisma, services, clock, report });
  return {
    async hear(inbound) {
      const replies = await bot.onTurn(inbound);
      if (mishaps.length > 0) throw mishaps[0];
      return replies;
    },
    async publish(file) {
      const { key } = await services.consultations.importFile(
        await readFile(new URL(file, file.startsWith('sample/') ? sampleTown : fixtures), 'utf8'),
      );
      await services.consultations.publish(key);
    },
    async listServices() {
      if ((await services.places.count()).places === 0) await importSamplePlaces(services.places);
      const table = createReadStream(new URL('sample/services.csv', sampleTown));
      await services.directory.importCsv(table, 'sample town', { refused: () => undefined, leftOut: () => undefined });
    },
    async ask(number) {
      const { id: serviceId } = await prisma.service.findFirstOrThrow({ where: { name: 'Thornby Food Bank' } });
      const { id: contactPointId } = await prisma.contactPoint.findFirstOrThrow({
        where: { channel: 'sms', lookup: new Uint8Array(services.people.lookup('sms', number)) },
      });
      const asked = { kind: 'listingAsked', confirmationId: randomUUID(), serviceId, contactPointId } as const;
      await prisma.$transaction((tx) => recordRare(tx, asked, clock()));
    },
    close: async (key) => void (await services.consultations.close(key)),
    async feedback(file) {
      for (const email of [author, approver]) await services.staff.add(email, 'officer');
      const { consultation = '' } = await services.broadcasts.writeFeedback(await readFile(new URL(file, fixtures), 'utf8'));
      await services.broadcasts.approveFeedback(consultation, approver);
    },
    async definition(key) {
      const found = (await services.consultations.catalogueNow()).live.find((live) => live.key === key);
      if (!found) throw new Error(`${key} is not published`);
      return found.definition;
    },
    appoint: services.councils.appoint,
    now: clock,
    async events(file) {
      for (const name of ['places.csv', 'postcodes.csv'])
        await services.places.importFrom(createReadStream(new URL(`sample/${name}`, sampleTown)), () => undefined);
      const text = await readFile(new URL(file, file.startsWith('sample/') ? sampleTown : fixtures), 'utf8');
      await services.events.importFeed({ source: 'events', text });
    },
    async volunteering(file) {
      const told = (line: number, reason: string) => {
        throw new Error(`line ${line} ${reason}`);
      };
      for (const name of ['sample/places.csv', 'sample/postcodes.csv'])
        await services.places.importFrom(createReadStream(new URL(name, sampleTown)), told);
      await services.volunteering.importFrom(file, createReadStream(new URL(file, sampleTown)), told);
    },
    async approach() {
      const sent: Outgoing[] = [];
      await runDue({
        approaches: services.approaches,
        plan: () => planApproaches(services, { words, now: clock(), canText: true }),
        begin: ({ lookup, dialog, options, ...begun }) =>
          bot.begin(
            {
              kind: 'approach',
              ...begun,
              room: begun.channel === 'teams' ? teamsRoom : smsRoom(),
              text: '',
              opens: { dialog, options },
              answeredByProvider: false,
            },
            lookup,
          ),
        stillHolds: (planned) => stillHolds(services, planned),
        privateWords: (begun) => privateWords(services, begun),
        senders: (['sms', 'teams'] as const).map((channel) => ({
          channel,
          async send(outgoing) {
            sent.push({ ...outgoing, address: readReference(outgoing.address)?.conversation ?? outgoing.address });
            return { outcome: 'accepted', providerId: `SM sent ${sent.length}` };
          },
        })),
        read: ['webchat'],
        open: services.people.open,
        now: clock,
        report: (reason) => void mishaps.push(reason),
      });
      if (mishaps.length > 0) throw mishaps[0];
      return sent;
    },
    async approve(kind) {
      const known = offerKinds.find((each) => each === kind);
      if (!known) throw new Error(`nobody offers a ${kind}`);
      for (const { id } of await services.offers.pending(known)) await services.offers.approve(known, id);
    },
    kept: () => readKept(prisma),
    holding: (words) => tablesHolding(prisma, words),
  };
}

/** As the fixtures name them. */
const author = 'ann@thornby.example';
const approver = 'bob@thornby.example';

const fixtures = new URL('./fixtures/', import.meta.url);
const sampleTown = new URL('../../prisma/', import.meta.url);

/** Deleting row by row, as emptying whole tables makes new files, which takes longer than a conversation. */
async function empty({ prisma }: TestDatabase): Promise<void> {
  await prisma.$transaction([
    prisma.event.deleteMany(),
    prisma.place.deleteMany(),
    prisma.postcode.deleteMany(),
    prisma.aboutYouAnswer.deleteMany(),
    prisma.response.deleteMany(),
    prisma.feedback.deleteMany(),
    prisma.broadcast.deleteMany(),
    prisma.consultationVersion.deleteMany(),
    prisma.consultation.deleteMany(),
    prisma.catalogue.deleteMany(),
    prisma.message.deleteMany(),
    prisma.person.deleteMany(),
    prisma.approach.deleteMany(),
    prisma.enquiry.deleteMany(),
    prisma.opportunity.deleteMany(),
    prisma.service.deleteMany(),
    prisma.unmetNeed.deleteMany(),
    prisma.listingOffer.deleteMany(),
    prisma.directoryWord.deleteMany(),
  ]);
}
