import { mostRecords } from '#events/limits.ts';
import { type Draft, type DraftSession, type FeedRead, type Reading, RecordRefused, type Refused } from '../listing.ts';
import { readEach } from '../readEach.ts';
import { type Component, componentsIn } from './components.ts';
import { type FindZone, type Property, propertiesOf, zoneFinder } from './properties.ts';
import { overrideOf, sessionsOf, type Written } from './sessions.ts';

/** Reads an iCalendar file (RFC 5545). The calendar's own name stands for an organiser that an event does not name. */
export function readCalendar(text: string, reading: Reading): FeedRead {
  const { events, timezones, calendar } = componentsIn(text);
  const findZone = zoneFinder(timezones);
  const name = unescaped(calendar.get('X-WR-CALNAME') ?? calendar.get('NAME') ?? '');
  const refused: Refused[] = [];
  if (events.length > mostRecords) refused.push({ record: `${events.length - mostRecords} more`, reason: `over ${mostRecords} records` });
  const series = seriesIn(events.slice(0, mostRecords), refused);
  const read = readEach([...series.values()], {
    reading: { ...reading, organiser: reading.organiser ?? name },
    nameOf: ({ uid, master, overrides }) => ({ uid, record: nameOf((master ?? overrides[0])?.component, uid) }),
    draftOf: (one) => draftOf(one, findZone, reading.now, refused),
  });
  return { ...read, refused: [...refused, ...read.refused], deleted: [], whole: true };
}

interface Entry extends Written {
  readonly component: Component;
}

/** What a UID names: an event, and sessions of it that are changed by themselves. */
interface Series {
  readonly uid: string;
  master?: Entry;
  readonly overrides: Entry[];
}

function seriesIn(components: readonly Component[], refused: Refused[]): ReadonlyMap<string, Series> {
  const series = new Map<string, Series>();
  for (const component of components) {
    try {
      const properties = propertiesOf(component);
      const uid = textOf(properties, 'uid')?.trim() ?? '';
      if (uid === '') throw new RecordRefused('has no UID, so that it could not be found again at the next import');
      const one = series.get(uid) ?? { uid, overrides: [] };
      const entry = { component, properties, text: component.text };
      if (properties.has('recurrence-id')) one.overrides.push(entry);
      else if (!one.master) one.master = entry;
      else {
        const [newer, older] = versionOf(entry) >= versionOf(one.master) ? [entry, one.master] : [one.master, entry];
        one.master = newer;
        refused.push({ record: nameOf(older.component, uid), reason: 'has the same UID as another: the newer one is taken', uid });
      }
      series.set(uid, one);
    } catch (reason) {
      if (!(reason instanceof RecordRefused)) throw reason;
      const [, uid] = /^UID(?:;[^:]*)?:(.*)$/im.exec(component.text) ?? [];
      refused.push({ record: nameOf(component, uid), reason: reason.message, uid: uid?.trim() });
    }
  }
  return series;
}

/** Later versions are greater: SEQUENCE, then the time of the last change. */
function versionOf({ properties }: Entry): string {
  const sequence = String(properties.get('sequence')?.[0]?.values[0] ?? '0').padStart(10, '0');
  return `${sequence} ${textOf(properties, 'last-modified') ?? textOf(properties, 'dtstamp') ?? ''}`;
}

function draftOf({ uid, master, overrides }: Series, findZone: FindZone, now: Date, refused: Refused[]): Draft {
  const sessions = new Map<string, DraftSession>();
  for (const session of master ? sessionsOf(master, findZone, now) : []) sessions.set(session.key, session);
  for (const override of overrides) {
    try {
      const session = overrideOf(override, findZone);
      sessions.set(session.key, { ...session, title: textOf(override.properties, 'summary'), venue: venueOf(override.properties) });
    } catch (reason) {
      if (!(reason instanceof RecordRefused)) throw reason;
      refused.push({ record: nameOf(override.component, uid), reason: reason.message });
    }
  }
  const { properties } = master ?? overrides[0] ?? { properties: new Map<string, readonly Property[]>() };
  return {
    uid,
    title: textOf(properties, 'summary'),
    description: textOf(properties, 'description'),
    organiser: organiserOf(properties),
    url: textOf(properties, 'url'),
    categories: (properties.get('categories') ?? []).flatMap(({ values }) => values.map(String)),
    online: /^(online|zoom|microsoft teams|https?:\S+)\b/i.test(textOf(properties, 'location') ?? ''),
    cancelled: master !== undefined && textOf(properties, 'status')?.toUpperCase() === 'CANCELLED',
    venue: venueOf(properties),
    sessions: [...sessions.values()],
  };
}

function textOf(properties: Written['properties'], name: string): string | undefined {
  const value = properties.get(name)?.[0]?.values[0];
  return value === undefined ? undefined : String(value);
}

/** An organiser's name; their address is nobody's business. */
function organiserOf(properties: Written['properties']): string | undefined {
  const name = properties.get('organizer')?.[0]?.parameters.cn;
  return typeof name === 'string' && !name.includes('@') ? name.replace(/^["']+|["']+$/g, '') : undefined;
}

/** "Thornby Library, 1 High Street, Thornby" is a venue and its address. Nothing where no place is named. */
function venueOf(properties: Written['properties']) {
  const location = textOf(properties, 'location')?.trim();
  if (!location) return undefined;
  const [name = '', ...address] = location.split(/[,\n]/).map((part) => part.trim());
  const geo = properties.get('geo')?.[0]?.values[0];
  const [latitude, longitude] = Array.isArray(geo) ? geo.map(Number) : [];
  const point =
    latitude !== undefined && longitude !== undefined && Number.isFinite(latitude + longitude) ? { latitude, longitude } : undefined;
  return { name, address: address.filter(Boolean).join(', ') || undefined, ...(point && { point }) };
}

/** The name by which whoever keeps the file finds it: line and title. */
function nameOf(component: Component | undefined, uid: string | undefined): string {
  const [, title] = /^SUMMARY(?:;[^:]*)?:(.*)$/im.exec(component?.text ?? '') ?? [];
  const named = title?.trim() || uid?.trim() || 'no title';
  return `line ${component?.line ?? 0}, ${JSON.stringify(named.slice(0, 80))}`;
}

const unescaped = (value: string) =>
  value
    .replace(/\\([,;\\])/g, '$1')
    .replace(/\\n/gi, ' ')
    .trim();
