import { readCsv } from './csv.ts';
import { readCalendar } from './icalendar/index.ts';
import { readJson } from './json/index.ts';
import { type FeedRead, FeedRefused, type Reading } from './listing.ts';

export const formats = ['ics', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

const readers: Readonly<Record<Format, (text: string, reading: Reading) => FeedRead>> = { ics: readCalendar, json: readJson, csv: readCsv };

/** Reads a feed of any format. Throws `FeedRefused` where it holds nothing that could be an event. */
export function readFeed(text: string, format: Format | undefined, reading: Reading): FeedRead {
  const read = readers[format ?? formatOf(text)](text, reading);
  const found = read.listings.length + read.refused.length + read.deleted.length + read.notNow;
  if (found === 0 && read.whole) throw new FeedRefused('It holds no events, so nothing was changed.');
  // Where nothing at all could be read, the feed is broken: that is no reason to take down what was there before.
  return read.listings.length + read.notNow === 0 ? { ...read, whole: false } : read;
}

/** The format of a text, by how it begins; its name and what a server calls it are often wrong. */
export function formatOf(text: string): Format {
  const begins = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^BEGIN:/i.test(begins) || /^BEGIN:VCALENDAR/im.test(begins)) return 'ics';
  if (/^[[{]/.test(begins)) return 'json';
  if (/^<(!doctype|html|\?xml)/i.test(begins))
    throw new FeedRefused('It is a page, not a feed: ask its owner for the address of the calendar (.ics).');
  if (/^[^\n]*[,;][^\n]*\n/.test(begins)) return 'csv';
  if (begins === '') throw new FeedRefused('It is empty, so nothing was changed.');
  throw new FeedRefused('It is no iCalendar file, no JSON and no table.');
}
