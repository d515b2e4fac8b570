import { londonDay } from '#calendar/londonDay.ts';
import type { ListedSession } from '#events/search/store.ts';

/** Sessions as schema.org events in JSON-LD: https://schema.org/Event */
export function eventsAsJson(sessions: readonly ListedSession[], publicUrl: string): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': sessions.map((session) => eventOf(session, publicUrl)) });
}

function eventOf(session: ListedSession, publicUrl: string) {
  const { startsAt, endsAt, allDay, online, venue, address, free, cost, cancelledAt, vanishedAt } = session;
  const place = venue && { '@type': 'Place', name: venue, ...(address && { address }) };
  const link = session.url ?? publicUrl;
  const where = online ? [...(place ? [place] : []), { '@type': 'VirtualLocation', url: link }] : place;
  // The last moment of a whole day is on that day; its end is midnight of the next.
  const lastDay = londonDay(new Date(endsAt.getTime() - 1));
  return {
    '@type': 'Event',
    '@id': `${publicUrl}/events/${session.id}`,
    name: session.title,
    description: session.description,
    url: session.url,
    startDate: allDay ? londonDay(startsAt) : startsAt.toISOString(),
    endDate: endsAt <= startsAt ? undefined : allDay ? lastDay : endsAt.toISOString(),
    eventStatus: `https://schema.org/Event${cancelledAt || vanishedAt ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${online ? 'Online' : 'Offline'}EventAttendanceMode`,
    location: where,
    organizer: { '@type': 'Organization', name: session.organiser },
    isAccessibleForFree: free,
    offers: cost && { '@type': 'Offer', description: cost },
    keywords: session.topics.length > 0 ? session.topics.join(', ') : undefined,
  };
}
