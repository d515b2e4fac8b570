import { uuidNamed } from '#directory/record/ids.ts';
import type { ServiceRecord } from '#directory/record/record.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';

/** What a group is asked for, in this order. */
export const listingQuestions = ['name', 'organisation', 'description', 'where', 'when', 'phone'] as const;
export type ListingQuestion = (typeof listingQuestions)[number];
export type ListingAnswers = Readonly<Partial<Record<ListingQuestion, string>>>;

/** Those that a listing cannot do without: without a number nobody can be asked whether it still runs. */
export const neededForAListing: readonly ListingQuestion[] = ['name', 'description', 'phone'];

/** The first that is neither answered nor left out. */
export function nextListingQuestion(answers: ListingAnswers): ListingQuestion | undefined {
  return listingQuestions.find((question) => answers[question] === undefined);
}

/** The answers as an Open Referral service; an officer reads it before anybody else does. An empty answer was left out. */
export function offeredService(
  id: string,
  { name = '', organisation, description = '', where, when, phone }: ListingAnswers,
): ServiceRecord {
  const own = (what: string) => uuidNamed(`${id} ${what}`);
  return {
    id,
    name,
    status: 'active',
    description,
    ...(organisation && {
      organization: { id: uuidNamed(`offered by ${organisation.toLowerCase()}`), name: organisation, description: '' },
    }),
    ...(when && { schedules: [{ id: own('when'), description: when }] }),
    ...(phone && { phones: [{ id: own('phone'), number: phone }] }),
    ...(where && {
      service_at_locations: [
        {
          id: own('at'),
          location: { id: own('where'), location_type: 'physical' as const, name: where, addresses: [addressOf(own('address'), where)] },
        },
      ],
    }),
  };
}

function addressOf(id: string, where: string) {
  const heard = hearPostcode(where);
  const postcode = heard.ok ? heard.value.postcode : '';
  return { id, address_1: where, city: '', state_province: '', postal_code: postcode, country: 'GB', address_type: 'physical' };
}
