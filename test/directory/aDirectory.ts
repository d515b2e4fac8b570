import { createDirectory, type Directory, type ImportReport } from '#directory';
import { loadWords } from '#language/words.ts';
import { createPlaces, type Places } from '#places';
import { importSamplePlaces } from '#test/places/aTown.ts';
import { type TestDatabase, testDatabase } from '#test/setup/database.ts';

export interface TestDirectory {
  readonly directory: Directory;
  readonly places: Places;
  readonly database: TestDatabase;
  now: Date;
}

/** A directory with the sample town's places and no service, whose clock stands where it is put. */
export async function aDirectory(): Promise<TestDirectory> {
  const database = await testDatabase();
  const words = loadWords();
  const places = createPlaces({ database: database.prisma, words });
  await importSamplePlaces(places);
  const held = { database, places, now: new Date('2026-11-23T10:00:00Z') };
  const directory = createDirectory({ database: database.prisma, places, words, clock: () => held.now });
  return Object.assign(held, { directory });
}

/** Keeps what is told of an import, as lines. */
export function aReport(): ImportReport & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    refused: (where, reason) => void lines.push(`${where} ${reason}`),
    leftOut: (where, reason) => void lines.push(`${where}: ${reason}`),
  };
}

let made = 0;

/** A believable service: a food bank in Thornby, vouched for a month ago. */
export function aService(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  made += 1;
  const id = (part: number) => `00000000-0000-4000-8000-${String(made * 100 + part).padStart(12, '0')}`;
  return {
    id: id(0),
    name: 'Thornby Food Bank',
    description: 'Food parcels for anybody who needs one.',
    status: 'active',
    assured_date: '2026-10-23',
    organization: { id: id(1), name: 'Thornby Churches Together', description: 'Churches of the town.' },
    service_at_locations: [{ id: id(2), location: aLocation(id(3), 'NN99 1AA') }],
    ...overrides,
  };
}

export function aLocation(id: string, postcode: string, overrides: Readonly<Record<string, unknown>> = {}) {
  const address = {
    id,
    address_1: '1 High Street',
    city: 'Thornby',
    state_province: '',
    postal_code: postcode,
    country: 'GB',
    address_type: 'physical',
  };
  return { id, location_type: 'physical', name: 'Church Hall', addresses: [address], ...overrides };
}
