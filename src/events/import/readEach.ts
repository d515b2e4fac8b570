import type { Draft, FeedRead, Listing, Reading, Refused } from './listing.ts';
import { RecordRefused } from './listing.ts';
import { settle } from './settle.ts';

interface Reader<Raw> {
  readonly reading: Reading;
  nameOf(raw: Raw): { readonly uid: string | undefined; readonly record: string };
  draftOf(raw: Raw): Draft;
}

/** Each record by itself: one that does not hold is named with its reason, and the rest goes in. An id that comes again is refused. */
export function readEach<Raw>(
  records: readonly Raw[],
  { reading, nameOf, draftOf }: Reader<Raw>,
): Pick<FeedRead, 'listings' | 'refused' | 'notNow'> {
  const listings = new Map<string, Listing>();
  const refused: Refused[] = [];
  let notNow = 0;
  for (const [place, raw] of records.entries()) {
    const name = nameOf(raw);
    reading.watch?.begun(place);
    try {
      if (reading.watch?.heldUp.includes(place)) throw new RecordRefused('takes too long to read');
      const listing = settle(draftOf(raw), reading);
      if (!listing) notNow++;
      else if (listings.has(listing.uid)) throw new RecordRefused('has the same id as another: the first one is taken');
      else listings.set(listing.uid, listing);
    } catch (reason) {
      // What is wrong with a record that nobody foresaw is wrong with that record alone.
      const words = reason instanceof RecordRefused ? reason.message : 'cannot be read';
      refused.push({ ...name, reason: words });
    }
  }
  return { listings: [...listings.values()], refused, notNow };
}
