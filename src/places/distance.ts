import type { GridPoint } from './kinds.ts';

export const metresInAMile = 1609.344;

/** Miles as the crow flies, by Pythagoras: the National Grid is flat enough for a county. */
export function milesBetween(one: GridPoint, other: GridPoint): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing) / metresInAMile;
}
