import { createPeople } from '#people';
import { recordPeopleFact } from '#people/store.ts';
import { createSecrets } from '#src/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

const key = 'a root key for tests only, long enough';
const people = createPeople(createSecrets(key));
const number = '+447700900123';
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('a number is found again by its hash, on its own channel and with our key only', () => {
  const found = hex(people.lookup('sms', number));
  expect(found).toHaveLength(64);
  expect(hex(createPeople(createSecrets(key)).lookup('sms', number))).toBe(found);
  const others = [
    people.lookup('webchat', number),
    people.lookup('sms', '+447700900124'),
    createPeople(createSecrets(`${key}!`)).lookup('sms', number),
  ];
  for (const other of others) expect(hex(other)).not.toBe(found);
});

test('a number is sealed differently every time, and opened with our key only', () => {
  const [one, other] = [people.seal(number), people.seal(number)];
  expect(hex(one)).not.toBe(hex(other));
  for (const sealed of [one, other]) {
    expect(Buffer.from(sealed).includes('7700900')).toBe(false);
    expect(Buffer.from(createSecrets(key).open('contact address', sealed)).toString()).toBe(number);
    expect(() => createSecrets(`${key}!`).open('contact address', sealed)).toThrow();
    expect(() => createSecrets(key).open('another purpose', sealed)).toThrow();
  }
});

describe('opting out', () => {
  let database: TestDatabase;
  const id = '3f7a0d5e-2b7c-4e0d-9c39-0c7f3a6b1e11';
  const optedOutAt = async () => (await database.prisma.contactPoint.findUnique({ where: { id } }))?.optedOutAt ?? undefined;
  const day = (date: number) => new Date(Date.UTC(2026, 10, date));
  const record = (kind: 'optedOut' | 'optedIn', at: Date) => recordPeopleFact(database.prisma, { kind, contactPointId: id }, at);

  beforeAll(async () => {
    database = await testDatabase();
    const [lookup, address] = [people.lookup('sms', number), people.seal(number)].map((bytes) => new Uint8Array(bytes)) as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
    ];
    await database.prisma.contactPoint.create({ data: { id, channel: 'sms', lookup, address, person: { create: { id } } } });
  });
  afterAll(() => database.close());

  test('keeps the time of the first STOP, until somebody opts in again', async () => {
    await record('optedOut', day(1));
    await record('optedOut', day(2));
    expect(await optedOutAt()).toEqual(day(1));
    await record('optedIn', day(3));
    expect(await optedOutAt()).toBeUndefined();
    await record('optedIn', day(4));
    await record('optedOut', day(5));
    expect(await optedOutAt()).toEqual(day(5));
  });
});
