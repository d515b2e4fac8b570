import { nameWords } from '#language/hearing/nameWords.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { cleanObject } from './clean.ts';
import type { LocationRecord, ServiceRecord } from './record.ts';

/** What a service is found by, drawn from its record. */
export interface Drawn {
  /** Name and terms, in which a need weighs most. */
  readonly title: string;
  readonly body: string;
  readonly organisation: string;
  /** The words of name and terms as they are compared, by which words with typos are put right. */
  readonly words: readonly string[];
  /** Ids of its taxonomy terms. */
  readonly terms: readonly string[];
  /** A day, `YYYY-MM-DD`. */
  readonly assuredOn: string | null;
  readonly locations: readonly DrawnLocation[];
}

export interface DrawnLocation {
  readonly id: string;
  readonly name: string | null;
  readonly postcode: string | null;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly stepFree: boolean;
}

/** More does not tell services apart. Characters. */
const mostBody = 4_000;

export function drawnFrom(record: ServiceRecord): Drawn {
  const terms = (record.attributes ?? []).flatMap(({ taxonomy_term: term }) => (term ? [term] : []));
  const named = [...new Set([record.name, ...terms.map(({ name }) => name)])];
  const organisation = record.organization?.name ?? '';
  return {
    title: named.join(' \n '),
    body: [record.description, record.eligibility_description, record.alert, record.fees].filter(Boolean).join(' \n ').slice(0, mostBody),
    organisation,
    words: nameWords(named.join(' ')),
    terms: [...new Set(terms.map(({ id }) => id))],
    assuredOn: dayIn(record.assured_date),
    locations: unique(record.service_at_locations ?? []).flatMap(({ id, location }) =>
      location && location.location_type !== 'virtual' ? [locationFrom(id, location)] : [],
    ),
  };
}

function locationFrom(id: string, location: LocationRecord): DrawnLocation {
  const heard = (location.addresses ?? []).map(({ postal_code }) => hearPostcode(postal_code)).find(({ ok }) => ok);
  const postcode = heard?.ok && heard.value.postcode !== heard.value.outcode ? heard.value.postcode : null;
  return {
    id,
    name: location.name ?? null,
    postcode,
    latitude: location.latitude,
    longitude: location.longitude,
    stepFree: isStepFree(location),
  };
}

/** Whether its own words say that somebody in a wheelchair gets in. Nothing said is no yes. */
export function isStepFree({ accessibility = [] }: LocationRecord): boolean {
  const said = accessibility
    .map(({ description, accessibility: other, details }) => `${description ?? ''} ${other ?? ''} ${details ?? ''}`)
    .join(' ');
  const no =
    /\b(no|not|without|limited|partial(ly)?|isn'?t)\b[^.]{0,30}\b(step.?free|wheelchair|level access|accessible|ramp)|\b(stairs|steps) only\b/i;
  return (
    /\bstep.?free\b|\bwheelchair (access|accessible|friendly)|\bwheelchair access\b|\blevel access\b|\bramps?\b|\bfully accessible\b/i.test(
      said,
    ) && !no.test(said)
  );
}

function dayIn(written: string | undefined): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(written ?? '') ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

function unique<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((each) => [each.id, each])).values()];
}

/** A taxonomy and its terms that stand on their own, fit to keep. */
export const cleanTaxonomy = (raw: unknown) => cleanObject('taxonomy', raw).record;
export const cleanTerm = (raw: unknown) => cleanObject('taxonomyTerm', raw).record;
