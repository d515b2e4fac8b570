import { Readable } from 'node:stream';
import type { Volunteering } from '#volunteering';
import { searchSql } from '#volunteering/store.ts';
import type { Search } from './services.ts';

const what = [
  'Garden helper',
  'Food bank packer',
  'Reading with children',
  'Volunteer driver',
  'Telephone friend',
  'Litter pick',
  'Shop helper',
];
const header = 'id,organisation,title,description,place,remote,hours_per_week,one_off,expenses_paid,step_free,phone';

/** Takes so many invented opportunities in. Returns how many there are. */
export async function seedOpportunities(volunteering: Volunteering, count: number): Promise<number> {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `${at},Group ${at % 300},${what[at % what.length]} ${at},Come and help. We show you how.,NN9${at % 10} ${at % 9}AA,${at % 9 === 0 ? 'yes' : 'no'},${1 + (at % 6)},${at % 5 === 0 ? 'yes' : 'no'},${at % 2 === 0 ? 'yes' : 'no'},${at % 3 === 0 ? 'yes' : 'no'},07700 900201`,
  );
  const { taken } = await volunteering.importFrom('bench', Readable.from([`${[header, ...rows].join('\n')}\n`]), () => undefined);
  return taken;
}

/** What people ask, by name. */
export function opportunitySearches(volunteering: Volunteering): Readonly<Record<string, Search>> {
  const near = (at: number) => ({ easting: 480_000 + ((at * 7919) % 20_000), northing: 270_000 + ((at * 104_729) % 20_000) });
  const barriers = { underTwoHours: true, expensesPaid: true };
  const words = (at: number) => (what[at % what.length] ?? '').toLowerCase();
  return {
    'volunteering by words near a place': {
      ours: (at) => volunteering.search({ words: words(at), near: near(at), barriers: {} }),
      floor: (at) => searchSql({ query: words(at), near: near(at), barriers: {}, rotation: '2026-11-23', limit: 9 }),
    },
    'volunteering by what matters near a place': {
      ours: (at) => volunteering.search({ words: '', near: near(at), barriers }),
      floor: (at) => searchSql({ query: undefined, near: near(at), barriers, rotation: '2026-11-23', limit: 9 }),
    },
  };
}
