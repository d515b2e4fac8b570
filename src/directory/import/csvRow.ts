import { isUuid, uuidNamed } from '../record/ids.ts';

/*
 * One row, one service: what a small group keeps in a spreadsheet. A cell with several values parts them with ";". docs/directory.md has
 * every column.
 */

const columnsKnown = [
  'id',
  'name',
  'description',
  'organisation',
  'organization',
  'status',
  'phone',
  'email',
  'url',
  'location',
  'address',
  'town',
  'postcode',
  'latitude',
  'longitude',
  'step_free',
  'opening',
  'cost',
  'who_for',
  'minimum_age',
  'maximum_age',
  'languages',
  'terms',
  'assured_date',
  'assurer_email',
] as const;
type Column = (typeof columnsKnown)[number];

export function unknownColumns(columns: readonly string[]): readonly string[] {
  return columns.filter((name) => name !== '' && !(columnsKnown as readonly string[]).includes(name));
}

/** The row as an Open Referral service, to be cleaned like any other. */
export function csvRow(columns: readonly string[], cells: readonly string[], source: string): Readonly<Record<string, unknown>> {
  const cell = (name: Column) => cells[columns.indexOf(name)]?.trim() || undefined;
  const several = (name: Column) =>
    (cell(name) ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  const name = cell('name');
  const organisation = cell('organisation') ?? cell('organization');
  const id = cell('id') ?? uuidNamed(`${source} ${organisation ?? ''} ${name ?? ''}`);
  const own = (what: string) => uuidNamed(`${id} ${what}`);
  const [place, postcode] = [cell('location') ?? cell('address'), cell('postcode')];
  return {
    id,
    name,
    status: cell('status')?.toLowerCase() ?? 'active',
    description: cell('description'),
    url: cell('url'),
    email: cell('email'),
    fees: cell('cost'),
    fees_description: cell('cost'),
    eligibility_description: cell('who_for'),
    minimum_age: cell('minimum_age'),
    maximum_age: cell('maximum_age'),
    assured_date: cell('assured_date'),
    assurer_email: cell('assurer_email'),
    organization: organisation && {
      id: isUuid(organisation) ? organisation : uuidNamed(`${source} organisation ${organisation}`),
      name: organisation,
    },
    schedules: several('opening').flatMap((opening, at) => scheduleOf(opening, own(`schedule ${at}`))),
    languages: several('languages').map((language) => ({ id: own(`language ${language}`), name: language })),
    phones: several('phone').map((number) => ({ id: own(`phone ${number}`), number })),
    attributes: several('terms').map((term) => ({
      id: own(`term ${term}`),
      link_type: 'service',
      taxonomy_term: { id: uuidNamed(`term ${term.toLowerCase()}`), name: term },
    })),
    service_at_locations: (place ?? postcode) && [
      {
        id: own('at location'),
        location: locationOf({ id: uuidNamed(`location ${place ?? ''} ${postcode ?? ''}`), place, postcode, cell, own }),
      },
    ],
  };
}

interface Place {
  readonly id: string;
  readonly place: string | undefined;
  readonly postcode: string | undefined;
  cell(name: Column): string | undefined;
  own(what: string): string;
}

function locationOf({ id, place, postcode, cell, own }: Place): Readonly<Record<string, unknown>> {
  const stepFree = /^(y|yes|true|1)$/i.test(cell('step_free') ?? '');
  return {
    id,
    location_type: 'physical',
    name: place,
    latitude: cell('latitude'),
    longitude: cell('longitude'),
    addresses: [{ id: own('address'), address_1: cell('address') ?? place, city: cell('town'), postal_code: postcode }],
    accessibility: stepFree ? [{ id: own('step free'), description: 'Step-free access.' }] : [],
  };
}

/** `MO,WE 10:00-12:00`, and monthly `1TU 14:00-16:00` or `-1FR 19:00-21:00`. What is written otherwise is kept as words. */
function scheduleOf(written: string, id: string): readonly Readonly<Record<string, unknown>>[] {
  const [, days, opens, closes] =
    /^((?:[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU)[ ,]*)+)\s+(\d{1,2}[:.]\d{2})\s*(?:-|to)\s*(\d{1,2}[:.]\d{2})$/i.exec(written) ?? [];
  if (!days) return [{ id, description: written }];
  const byday = days.toUpperCase().trim().split(/[ ,]+/).join(',');
  return [{ id, freq: /\d/.test(byday) ? 'MONTHLY' : 'WEEKLY', byday, opens_at: opens, closes_at: closes }];
}
