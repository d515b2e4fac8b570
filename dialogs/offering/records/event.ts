import { londonDayStart } from '#calendar/londonDay.ts';
import { dateInWords } from '#language/dates.ts';
import type { Turn } from '../../turn.ts';
import { cost, day, free, times, where, words } from '../hear.ts';
import type { OfferAnswers, Offering } from '../step.ts';

/** Something on one day. Whoever runs it and where it is are named, as of every event. */
export const event: Offering = {
  kind: 'event',
  questions: [
    { key: 'name', needed: true, hear: words(100) },
    { key: 'organisation', needed: true, hear: words(120) },
    { key: 'day', needed: true, hear: day },
    { key: 'time', needed: false, hear: times },
    { key: 'where', needed: true, hear: where },
    { key: 'description', needed: false, hear: words(300) },
    { key: 'cost', needed: false, hear: cost },
  ],
  record: asEvent,
  summary,
};

/** The answers as a schema.org Event. Times without an offset are London's; a day alone is the whole day. */
function asEvent(id: string, { name, organisation, day, time, where, description, cost }: OfferAnswers): object {
  const [from, to] = time ? time.split('-') : [];
  const [venue, ...address] = (where ?? '').split(',').map((part) => part.trim());
  // What ends at midnight or later ends on the next day.
  const lastDay = day && from && to && to <= from ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    identifier: id,
    name,
    ...(description && { description }),
    organizer: { '@type': 'Organization', name: organisation },
    startDate: from ? `${day}T${from}` : day,
    ...(to && { endDate: `${lastDay}T${to}` }),
    location: { '@type': 'Place', name: venue, ...(address.length > 0 && { address: address.join(', ') }) },
    ...(cost === free && { isAccessibleForFree: true }),
    ...(cost && cost !== free && { offers: cost.split(' ').map((price) => ({ '@type': 'Offer', price, priceCurrency: 'GBP' })) }),
  };
}

function summary({ language }: Turn, { name, day = '', time, where = '' }: OfferAnswers): string {
  const date = dateInWords(londonDayStart(day), language);
  return [name, [date, time?.replace('-', ' - ')].filter(Boolean).join(' '), where.split(',')[0]?.trim()].filter(Boolean).join(', ');
}
