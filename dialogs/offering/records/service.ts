import { uuidNamed } from '#directory/record/ids.ts';
import type { ServiceRecord } from '#directory/record/record.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { publicPhone, where, words } from '../hear.ts';
import type { OfferAnswers, Offering } from '../step.ts';

/** A service that runs week by week. Without a number nobody can be asked whether it still does. */
export const service: Offering = {
  kind: 'service',
  questions: [
    { key: 'name', needed: true, hear: words(100) },
    { key: 'organisation', needed: false, hear: words(120) },
    { key: 'description', needed: true, hear: words(300) },
    { key: 'where', needed: false, hear: where },
    { key: 'when', needed: false, hear: words(120) },
    { key: 'phone', needed: true, hear: publicPhone },
  ],
  record: offeredService,
  summary: (_turn, { name = '' }) => name,
};

/** The answers as an Open Referral service. */
function offeredService(id: string, { name = '', organisation, description = '', where, when, phone }: OfferAnswers): ServiceRecord {
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
