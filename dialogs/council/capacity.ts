/** As whom somebody responds: for themselves, or for a council (a place's key), by a minute of it. */
export type Capacity = 'own' | { readonly council: string; readonly minuteReference: string | null };

/** As whom a response was begun. */
export function capacityOf({ council }: { readonly council: string | null }): Capacity {
  return council === null ? 'own' : { council, minuteReference: null };
}
