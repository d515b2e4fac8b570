import { Readable } from 'node:stream';
import type { Volunteering } from '#volunteering';
import { postcodeAt, spot } from './county.ts';
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

/** Takes so many invented opportunities in, every one at a postcode of so many. Returns how many there are. */
export async function seedOpportunities(volunteering: Volunteering, count: number, postcodes: number): Promise<number> {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `${at},Group ${at % 300},${what[at % what.length]} ${at},Come and help. We show you how.,${postcodeAt((at * 7) % postcodes)},${at % 9 === 0 ? 'yes' : 'no'},${1 + (at % 6)},${at % 5 === 0 ? 'yes' : 'no'},${at % 2 === 0 ? 'yes' : 'no'},${at % 3 === 0 ? 'yes' : 'no'},07700 900201`,
  );
  const { taken } = await volunteering.importFrom('bench', Readable.from([`${[header, ...rows].join('\n')}\n`]), () => undefined);
  return taken;
}

/** What people ask, by name. */
export function opportunitySearches(volunteering: Volunteering): Readonly<Record<string, Search>> {
  const barriers = { underTwoHours: true, expensesPaid: true };
  const words = (at: number) => (what[at % what.length] ?? '').toLowerCase();
  return {
    'volunteering by words near a place': (at) => volunteering.search({ words: words(at), near: spot(at), barriers: {} }),
    'volunteering by what matters near a place': (at) => volunteering.search({ words: '', near: spot(at), barriers }),
  };
}
