import type { Places } from '#places';
import type { Consultations } from './index.ts';

export interface PlacesKnown {
  readonly places: Pick<Places, 'isAny' | 'at'>;
  readonly consultations: Pick<Consultations, 'catalogueNow'>;
}

/** Why a key is no place of ours. */
export const unknownPlace = 'none was imported by that key, and no consultation names it';

/** Whether a key is that of a place: one that was imported, or that a published consultation names. Where none was imported any key may be one. */
export async function isKnownPlace(key: string, { places, consultations }: PlacesKnown): Promise<boolean> {
  if (!(await places.isAny()) || (await places.at(key))) return true;
  return (await consultations.catalogueNow()).live.some(({ definition }) => definition.places.includes(key));
}
