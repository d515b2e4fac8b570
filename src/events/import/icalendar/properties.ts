import ICAL from 'ical.js';
import { RecordRefused } from '../listing.ts';
import { findZone } from '../recurrence/findZone.ts';
import { describedZone, utc, type Wall, type Zone } from '../recurrence/zones.ts';
import type { Component } from './components.ts';

/** A property as ical.js reads it: values are texts, or pairs of them. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly type: string;
  readonly values: readonly unknown[];
}

/** The properties of a component, by name in small letters. Throws `RecordRefused` where it cannot be read. */
export function propertiesOf(component: Component): ReadonlyMap<string, readonly Property[]> {
  if (!component.closed) throw new RecordRefused('is cut off');
  const found = new Map<string, Property[]>();
  for (const [name, parameters, type, ...values] of parsed(component)[1]) {
    const property = { name, parameters, type, values };
    found.set(name, [...(found.get(name) ?? []), property]);
  }
  return found;
}

type Jcal = readonly [name: string, properties: readonly (readonly [string, Property['parameters'], string, ...unknown[]])[], unknown];

function parsed({ text }: Component): Jcal {
  try {
    return ICAL.parse(text) as unknown as Jcal;
  } catch (reason) {
    const words = reason instanceof Error ? reason.message.replace(/\s+/g, ' ').slice(0, 100) : 'unknown';
    throw new RecordRefused(`cannot be read (${words})`);
  }
}

/** A date or a time as a feed gives it. */
export interface Moment {
  readonly wall: Wall;
  readonly zone: Zone;
  /** A whole day. */
  readonly day: boolean;
}

export type FindZone = (tzid: string) => Zone;

/** A date, or a time with its zone; a time that names none is by the clock in London. */
export function momentsOf(property: Property, zoneNamed: FindZone): readonly Moment[] {
  const { tzid } = property.parameters;
  return property.values.map((value) => {
    const [first] = Array.isArray(value) ? value : [value];
    const [, year, month, day, time, z] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d|::)(Z?))?/.exec(String(first)) ?? [];
    if (!year) throw new RecordRefused(`has a ${property.name} that cannot be read`);
    const whole = time === undefined || time === '::';
    const [hour = 0, minute = 0, second = 0] = whole ? [] : time.split(':').map(Number);
    const zone = z ? utc : zoneNamed(typeof tzid === 'string' && !whole ? tzid : '');
    return { wall: { year: Number(year), month: Number(month), day: Number(day), hour, minute, second }, zone, day: whole };
  });
}

export const instantOf = ({ wall, zone }: Moment) => zone.instant(wall);

/**
 * Finds zones by their names: the time zone database's first, as what a file says of its zones is often out of date; then those that the file
 * describes itself. Nothing at all is London.
 */
export function zoneFinder(described: readonly Component[]): FindZone {
  const known = new Map<string, Zone>();
  const own = new Map<string, Component>();
  for (const component of described) {
    const [, tzid = ''] = /^TZID(?:;[^:]*)?:(.*)$/im.exec(component.text) ?? [];
    own.set(tzid.trim(), component);
  }
  return (tzid) => {
    const found = known.get(tzid) ?? findZone(tzid) ?? zoneIn(own.get(tzid));
    if (!found) throw new RecordRefused(`has a time zone that nobody knows: ${tzid.slice(0, 60)}`);
    known.set(tzid, found);
    return found;
  };
}

function zoneIn(component: Component | undefined): Zone | undefined {
  if (!component) return undefined;
  try {
    return describedZone(new ICAL.Component(ICAL.parse(component.text)));
  } catch {
    return undefined;
  }
}
