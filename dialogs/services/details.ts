import type { FoundService } from '#directory';
import type { ServiceRecord } from '#directory/record/record.ts';
import type { Known } from '../questions.ts';
import type { Turn } from '../turn.ts';
import { doorsInWords, milesInWords, nextDoorsInWords, shortened } from './inWords.ts';
import type { Kept } from './step.ts';

const dayMs = 86_400_000;
/** A description is read in the listing's own pages; here it is told from others by its beginning. Characters. */
const mostDescription = 150;
const mostNamed = 80;

/** Says what there is to know about a service: what, where, when, what it costs, for whom, how to reach it, and how sure we are. */
export function sayDetails(turn: Turn, { record, assuredOn, assuredByGroup, stale }: FoundService, kept: Kept | undefined): void {
  const { organization } = record;
  tellInTexts(turn, [
    organization && organization.name !== record.name ? `${named(record.name)} (${named(organization.name)})` : named(record.name),
    shortened(record.description ?? '', mostDescription),
    whereInWords(turn, record, kept),
    sentence(doorsInWords(turn, record)),
    costInWords(turn, record),
    labelled(turn, 'services.whoFor', record.eligibility_description ?? agesInWords(turn, record)),
    labelled(turn, 'services.languages', (record.languages ?? []).flatMap(({ name, language }) => name ?? language ?? []).join(', ')),
    record.alert && shortened(record.alert, mostDescription),
    labelled(turn, 'services.phone', phonesOf(record).join(', ')),
    record.email,
    record.url,
    checkedInWords(turn, { assuredOn, assuredByGroup, stale }),
    kept?.reason && turn.words('services.because', { words: named(kept.reason) }),
  ]);
}

/** The same in as few words as will do without asking again, and with days instead of "today", for whoever reads it later. */
export function linesToText(turn: Turn, { record, assuredOn, assuredByGroup, stale }: FoundService): readonly (string | undefined)[] {
  return [
    named(record.name),
    whereInWords(turn, record, undefined),
    sentence(nextDoorsInWords(turn, record)),
    labelled(turn, 'services.phone', phonesOf(record).join(', ')),
    costInWords(turn, record),
    record.alert && shortened(record.alert, mostNamed),
    checkedInWords(turn, { assuredOn, assuredByGroup, stale }),
    record.url ?? record.email,
  ];
}

/** What can be answered of it. */
export function knownOf(turn: Turn, { record }: FoundService, kept: Kept | undefined): Known {
  return {
    cost: costInWords(turn, record),
    when: sentence(doorsInWords(turn, record)),
    where: whereInWords(turn, record, kept),
    access: kept?.stepFree === undefined ? undefined : turn.words(kept.stepFree ? 'services.stepFree' : 'questions.hasSteps'),
    askWhom: phonesOf(record)[0] ?? record.email,
    description: undefined,
  };
}

/** Lines together in as few messages as the room allows, no line apart from itself. */
function tellInTexts(turn: Turn, lines: readonly (string | undefined)[]): void {
  let text = '';
  for (const line of lines) {
    if (!line) continue;
    const longer = text === '' ? line : `${text}\n${line}`;
    if (text === '' || turn.room.fits(longer)) text = longer;
    else {
      turn.tell(text);
      text = line;
    }
  }
  if (text !== '') turn.tell(text);
}

const named = (name: string) => shortened(name, mostNamed);

function whereInWords(turn: Turn, { service_at_locations: places = [] }: ServiceRecord, kept: Kept | undefined): string | undefined {
  const location = places[0]?.location;
  const [address] = location?.addresses ?? [];
  const parts = [location?.name, address?.address_1, address?.city, address?.postal_code].filter((part) => part);
  if (parts.length === 0) return undefined;
  const far = kept?.miles === undefined ? undefined : milesInWords(turn, kept.miles);
  const where = [...new Set(parts), far].filter(Boolean).join(', ');
  return `${shortened(where, 2 * mostNamed)}.${kept?.stepFree ? ` ${turn.words('services.stepFree')}` : ''}`;
}

function costInWords(turn: Turn, { fees_description, fees, cost_options = [] }: ServiceRecord): string | undefined {
  const options = cost_options.flatMap(({ option, amount, amount_description }) =>
    amount === undefined ? [] : [[option, `£${amount}`, amount_description].filter(Boolean).join(' ')],
  );
  return labelled(turn, 'services.cost', fees_description ?? fees ?? options.join('; '));
}

function agesInWords(turn: Turn, { minimum_age, maximum_age }: ServiceRecord): string | undefined {
  if (minimum_age !== undefined && maximum_age !== undefined) return turn.words('services.ages', { from: minimum_age, to: maximum_age });
  if (minimum_age !== undefined) return turn.words('services.agesFrom', { from: minimum_age });
  return maximum_age === undefined ? undefined : turn.words('services.agesTo', { to: maximum_age });
}

/** The numbers of the service, of where it is given, of its contacts, else of its organisation. */
export function phonesOf({
  phones = [],
  contacts = [],
  service_at_locations: places = [],
  organization,
}: ServiceRecord): readonly string[] {
  const own = [
    ...phones,
    ...places.flatMap((place) => [...(place.phones ?? []), ...(place.location?.phones ?? [])]),
    ...contacts.flatMap((each) => each.phones ?? []),
  ];
  const listed = own.length > 0 ? own : (organization?.phones ?? []);
  return [...new Set(listed.map(({ number }) => number))].slice(0, 2);
}

function checkedInWords(
  turn: Turn,
  { assuredOn, assuredByGroup, stale }: Pick<FoundService, 'assuredOn' | 'assuredByGroup' | 'stale'>,
): string {
  if (!assuredOn) return turn.words('services.neverChecked');
  if (stale) return turn.words('services.checkedLongAgo');
  const days = Math.max(0, Math.floor((turn.now.getTime() - assuredOn.getTime()) / dayMs));
  return turn.words(assuredByGroup ? 'services.checkedByGroup' : 'services.checked', { days });
}

function labelled(
  turn: Turn,
  key: 'services.whoFor' | 'services.languages' | 'services.phone' | 'services.cost',
  what: string | undefined,
): string | undefined {
  return what ? turn.words(key, { what: shortened(what, mostDescription) }) : undefined;
}

function sentence(words: string | undefined): string | undefined {
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
