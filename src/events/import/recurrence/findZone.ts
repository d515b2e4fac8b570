import { namesOfZone } from './zoneNames.ts';
import { namedZone, type Zone } from './zones.ts';

/** A zone by whatever name a feed gives it; London where it gives none. Nothing where nobody knows that name. */
export function findZone(name: string): Zone | undefined {
  for (const known of name === '' ? ['Europe/London'] : namesOfZone(name)) {
    const zone = namedZone(known);
    if (zone) return zone;
  }
  return undefined;
}
