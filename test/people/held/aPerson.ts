import { randomUUID } from 'node:crypto';
import type { Services } from '#src/services.ts';
import type { TestDatabase } from '#test/setup/database.ts';

export interface KnownPerson {
  readonly number: string;
  readonly person: string;
  readonly point: string;
  readonly conversation: string;
  readonly responses: Readonly<Record<string, string>>;
}

/** Somebody with a row in every table that holds something about people. Sent responses to each consultation of `keys`. */
export async function aPersonEverywhere(
  { prisma }: TestDatabase,
  services: Services,
  { number, keys }: { readonly number: string; readonly keys: readonly string[] },
): Promise<KnownPerson> {
  const at = new Date('2026-11-23T10:00:00Z');
  const [person, point, conversation, enquiry, approach] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const bytes = (buffer: Uint8Array | string) => new Uint8Array(typeof buffer === 'string' ? Buffer.from(buffer, 'hex') : buffer);
  const { people, consultations } = services;
  const lookup = bytes(people.lookup('sms', number));
  const address = bytes(people.seal(number));
  await prisma.person.create({ data: { id: person } });
  await prisma.contactPoint.create({ data: { id: point, personId: person, channel: 'sms', lookup, address } });
  await prisma.conversation.create({
    data: { id: conversation, contactPointId: point, version: 1, lastSequence: 2, state: { dialogStack: [] } },
  });
  const said = (sequence: number, direction: string, text: string) =>
    ({ conversationId: conversation, sequence, direction, activity: { type: 'message', text }, sentAt: at }) as const;
  await prisma.message.createMany({ data: [said(1, 'in', `words of ${number}`), said(2, 'out', 'Thank you.')] });
  await prisma.departure.create({ data: { conversationId: conversation, begun: 2, begunAt: at, settled: true } });

  const responses: Record<string, string> = {};
  const { live } = await consultations.catalogueNow();
  for (const key of keys) {
    const id = randomUUID();
    responses[key] = id;
    const { secret } = live.find((each) => each.key === key) as (typeof live)[number];
    const respondentKey = bytes(consultations.respondentKey(secret, point));
    const reference = consultations.newReference();
    const began = { channel: 'sms', language: 'en-GB', startedAt: at, submittedAt: at };
    await prisma.response.create({ data: { id, consultationKey: key, versionNumber: 1, respondentKey, reference, ...began } });
    await prisma.answer.create({
      data: { responseId: id, questionKey: 'visit', value: 'weekly', said: `said by ${number}`, language: 'en-GB', givenAt: at },
    });
    const holder = bytes(consultations.aboutYouKey(secret, id));
    await prisma.aboutYouAnswer.create({ data: { holder, consultationKey: key, questionKey: 'age', value: '30-44' } });
    await prisma.resumeCode.create({ data: { responseId: id, lookup: bytes(randomUUID().replaceAll('-', '')), expiresAt: at } });
    const elsewhere = bytes(randomUUID().replaceAll('-', ''));
    await prisma.resumedElsewhere.create({ data: { consultationKey: key, respondentKey: elsewhere, responseId: id } });
  }

  await prisma.councilRole.create({ data: { contactPointId: point, council: 'parish:thornby', role: 'clerk', recordedAt: at } });
  await prisma.noticeAnswer.create({ data: { contactPointId: point, consultationKey: keys[0] ?? '', answer: 'noComment', saidAt: at } });
  await prisma.wrongCode.create({ data: { contactPointId: point, channel: 'sms', triedAt: at } });
  await prisma.subscription.create({ data: { contactPointId: point, topic: 'outcomes', place: 'everywhere', since: at } });
  const agreed = { topic: 'outcomes', places: ['everywhere'], given: true, wording: 'updates-1', channel: 'sms', language: 'en-GB', at };
  await prisma.consent.create({ data: { contactPointId: point, ...agreed } });
  const session = await prisma.eventSession.findFirstOrThrow();
  const reminder = { id: randomUUID(), contactPointId: point, sessionId: session.id, language: 'en-GB', askedAt: at, dueAt: at };
  await prisma.eventReminder.create({ data: reminder });
  const delivery = {
    channel: 'sms',
    language: 'en-GB',
    place: 'everywhere',
    asks: false,
    queuedAt: at,
    personId: person,
    contactPointId: point,
  };
  await prisma.delivery.createMany({
    data: [
      { ...delivery, broadcastKey: 'waiting' },
      { ...delivery, broadcastKey: 'due again', attempts: 1, dueAt: at },
      { ...delivery, broadcastKey: 'sent', attempts: 1, sentAt: at, providerId: `SM of ${number}` },
    ],
  });
  await prisma.approach.create({
    data: {
      id: approach,
      key: `told ${number}`,
      channel: 'sms',
      lookup,
      address,
      dialog: 'telling',
      options: { text: 'Hello' },
      dueAt: at,
    },
  });
  // Texts of "Text it to me" that are over: one to their number, one that they asked for to another.
  const text = (to: Uint8Array<ArrayBuffer>, askedBy: string) => {
    const id = randomUUID();
    const over = { address: new Uint8Array(), options: {}, sentAt: at, dueAt: at };
    return { id, key: `text ${id}`, channel: 'sms', dialog: 'none', lookup: to, askedBy, askedAt: at, ...over };
  };
  const stranger = bytes(people.lookup('sms', '+447700900998'));
  await prisma.approach.createMany({ data: [text(lookup, randomUUID()), text(stranger, point)] });
  const opportunity = await prisma.opportunity.findFirstOrThrow();
  await prisma.enquiry.create({
    data: {
      id: enquiry,
      opportunityId: opportunity.id,
      name: bytes(people.seal('Invented Name')),
      contact: address,
      consent: 'handed-1',
      sentAt: at,
    },
  });
  const service = await prisma.service.findFirstOrThrow();
  await prisma.confirmation.create({ data: { id: randomUUID(), serviceId: service.id, askedAt: at, lookup } });
  return { number, person, point, conversation, responses };
}
