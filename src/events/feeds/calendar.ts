import ICAL from 'ical.js';
import { namedZone } from '#events/import/recurrence/zones.ts';
import type { ListedSession } from '#events/search/store.ts';

const zoneName = 'Europe/London';

/** Sessions as an iCalendar file (RFC 5545): times by the clock in London with its VTIMEZONE, whole days as dates, what is off as cancelled. */
export function calendarOf(sessions: readonly ListedSession[], publicUrl: string): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Folkmoot//Events//EN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.addSubcomponent(londonTimezone());
  for (const session of sessions) calendar.addSubcomponent(eventOf(session, publicUrl));
  return `${calendar.toString()}\r\n`;
}

/** The clocks of London since 1996: an hour on from the last Sunday of March to the last of October, at 01:00 UTC (Directive 2000/84/EC, kept in UK law). */
function londonTimezone(): ICAL.Component {
  const timezone = new ICAL.Component('vtimezone');
  timezone.updatePropertyWithValue('tzid', zoneName);
  timezone.addSubcomponent(observance('daylight', { name: 'BST', from: '+00:00', to: '+01:00', start: '1996-03-31T01:00:00', month: 3 }));
  timezone.addSubcomponent(observance('standard', { name: 'GMT', from: '+01:00', to: '+00:00', start: '1996-10-27T02:00:00', month: 10 }));
  return timezone;
}

interface Observance {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly month: number;
}

function observance(kind: 'daylight' | 'standard', { name, from, to, start, month }: Observance): ICAL.Component {
  const component = new ICAL.Component(kind);
  component.updatePropertyWithValue('tzname', name);
  component.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from));
  component.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(to));
  component.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(start));
  component.updatePropertyWithValue('rrule', ICAL.Recur.fromString(`FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`));
  return component;
}

function eventOf(session: ListedSession, publicUrl: string): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const set = (name: string, value: string | undefined) => value && event.updatePropertyWithValue(name, value);
  set('uid', `${session.id}@${new URL(publicUrl).hostname}`);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(session.changedAt, true));
  event.updatePropertyWithValue('last-modified', ICAL.Time.fromJSDate(session.changedAt, true));
  event.updatePropertyWithValue('sequence', session.revision);
  setTime(event, 'dtstart', session.startsAt, session.allDay);
  if (session.endsAt > session.startsAt) setTime(event, 'dtend', session.endsAt, session.allDay);
  set('summary', session.title);
  set('location', [session.venue, session.address].filter(Boolean).join(', ') || undefined);
  set('description', [session.description, session.organiser, session.url].filter(Boolean).join('\n'));
  set('url', session.url);
  set('status', session.cancelledAt || session.vanishedAt ? 'CANCELLED' : 'CONFIRMED');
  if (session.topics.length > 0) {
    const categories = new ICAL.Property('categories');
    categories.setValues([...session.topics]);
    event.addProperty(categories);
  }
  return event;
}

const london = namedZone(zoneName);

function setTime(event: ICAL.Component, name: 'dtstart' | 'dtend', at: Date, allDay: boolean): void {
  if (!london) throw new Error(`this Node knows nothing of ${zoneName}`);
  const wall = london.wall(at);
  const time = new ICAL.Time({ ...wall, isDate: allDay }, ICAL.Timezone.localTimezone);
  const property = event.updatePropertyWithValue(name, time);
  if (!allDay) property.setParameter('tzid', zoneName);
}
