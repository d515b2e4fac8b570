import type { Prisma } from '#database/prisma.ts';
import { plain } from '#language/hearing/clean.ts';
import { keptWords } from '#language/hearing/keptWords.ts';
import { hearPostcode } from '#language/hearing/postcodes.ts';
import { type Language, languages } from '#language/languages.ts';
import { keyed, phrases } from '#language/lexicon/phrases.ts';
import type { Words } from '#language/words.ts';
import { namesIn } from './areas.ts';
import { choosePlace, hasWordsOf } from './choose.ts';
import type { PlaceRow, PostcodeRow } from './columns.ts';
import { type OnRefused, readPlacesFile } from './file.ts';
import type { FoundPlace, GridPoint, PlaceFound } from './kinds.ts';
import { nameSaid, type PlaceWords, runsOf, tailsOf } from './phrases.ts';
import { createStore } from './store.ts';

export { metresInAMile, milesBetween } from './distance.ts';
export { type OnRefused, PlacesFileRefused } from './file.ts';
export { gridPoint } from './grid.ts';
export type { FoundPlace, GridPoint, PlaceFound, PlaceKind } from './kinds.ts';
export { placeName } from './name.ts';

/** Rows that go to the database together: enough that the way there does not matter, and a few hundred kilobytes. */
const rowsAtOnce = 1_000;
/** Whoever says where they are says it in few words. Characters. */
const longestSaid = 200;
/** "nn 16" is NN16. Words. */
const longestSpelling = 2;

/** What a sentence says of a place, and what else it says. */
export interface Mentioned {
  readonly place: PlaceFound;
  readonly rest: string;
}

export type Places = ReturnType<typeof createPlaces>;

/** Wards, parishes, towns, villages, landmarks and postcodes: where somebody means when they say where. */
export function createPlaces({ database, words }: { readonly database: Prisma; readonly words: Words }) {
  const store = createStore(database);
  const heardIn = new Map(languages.map((language) => [language, placeWords(words, language)]));

  async function byPostcode({ postcode, outcode }: { postcode: string; outcode: string }, sure: boolean): Promise<PlaceFound> {
    if (postcode !== outcode) {
      const place = await store.postcode(postcode);
      if (place) return { found: 'one', place, sure };
    }
    const near = await store.outcode(outcode);
    if (near && postcode === outcode) return { found: 'one', place: near, sure };
    return { found: 'notSure', outcode, ...(near && { near }) };
  }

  return {
    /** Where somebody is who was asked where: a postcode in any spelling, a town, a village, a ward, "near the library". */
    async find(said: string, language: Language): Promise<PlaceFound> {
      const short = said.slice(0, longestSaid);
      const postcode = hearPostcode(short);
      if (postcode.ok) return byPostcode(postcode.value, postcode.sure);
      const name = nameSaid(short, wordsIn(heardIn, language), language);
      if (name === '') return { found: 'none' };
      const runs = runsOf(name);
      return choosePlace(name, runs, await store.candidates({ name, runs, alike: true }));
    },

    /** The place in a sentence about something else ("food near Thornby"): a postcode, or a name after "near", "in" and their like, or at its end. */
    async mentioned(said: string, language: Language): Promise<Mentioned> {
      const short = said.slice(0, longestSaid);
      const postcode = hearPostcode(short);
      if (postcode.ok)
        return {
          place: await byPostcode(postcode.value, false),
          rest: withoutOutcode(keptWords(short), postcode.value.outcode, wordsIn(heardIn, language)),
        };
      const spoken = plain(keptWords(short)).split(' ');
      for (const { from, name, afterPreposition, beginnings } of tailsOf(spoken, wordsIn(heardIn, language), language)) {
        const runs = [name, ...beginnings.map((beginning) => beginning.name)];
        const candidates = await store.candidates({ name, runs, alike: false });
        const whole = candidates.filter((candidate) => hasWordsOf(name, candidate));
        const place = choosePlace(name, [], whole);
        const exact = afterPreposition || (place.found === 'one' && plain(place.place.name) === name);
        if (place.found !== 'none' && exact) return { place, rest: spoken.slice(0, from).join(' ') };
        const begun = beginnings.find((beginning) => candidates.some((candidate) => candidate.plain === beginning.name));
        if (!begun) continue;
        const rest = [...spoken.slice(0, from), ...spoken.slice(begun.to)].join(' ');
        const named = candidates.filter((candidate) => candidate.plain === begun.name);
        return { place: choosePlace(begun.name, [], named), rest };
      }
      return { place: { found: 'none' }, rest: spoken.join(' ') };
    },

    /**
     * The keys of every town, parish and ward that is named in a list: "Thornby and Ashwell Green", or of a postcode's. Town and parish of one name
     * are both meant. Nothing where one of the names is none that we know.
     */
    async areas(said: string): Promise<readonly string[] | undefined> {
      const short = said.slice(0, longestSaid);
      const postcode = hearPostcode(short);
      if (postcode.ok) {
        const within = (await store.postcode(postcode.value.postcode))?.within;
        return within && within.length > 0 ? within : undefined;
      }
      for (const names of namesIn(short)) {
        const found = await store.areas(names);
        if (names.every((name) => found.some((area) => area.plain === name))) return found.map(({ key }) => key);
      }
      return undefined;
    },

    /** Whether any place is known by name. */
    isAny: async () => (await store.count()).places > 0,

    /** A place whose key was kept, with its middle. */
    at(key: string): Promise<FoundPlace | undefined> {
      return key.startsWith('outcode:') ? store.outcode(key.slice('outcode:'.length).toUpperCase()) : store.byKey(key);
    },

    /** Where postcodes are, those that we know of many at once. */
    async positionsOf(postcodes: readonly string[]): Promise<ReadonlyMap<string, GridPoint>> {
      return new Map((await store.positions(postcodes)).map(({ postcode, easting, northing }) => [postcode, { easting, northing }]));
    },

    /** Takes in a file of postcodes or of places, in bounded memory. What is refused is told row by row; the rest goes in. */
    async importFrom(source: AsyncIterable<Uint8Array | string>, onRefused: OnRefused): Promise<{ places: number; postcodes: number }> {
      const postcodes = inBatches<PostcodeRow>(
        ({ postcode }) => postcode,
        (rows) => store.savePostcodes(rows),
      );
      const places = inBatches<PlaceRow>(
        ({ key }) => key,
        (rows) => store.savePlaces(rows.map((row) => ({ ...row, plain: plain(row.name) }))),
      );
      const codes = new Map<string, string | null>();
      for await (const { row, line } of readPlacesFile(source, onRefused)) {
        if (row.of === 'postcode') await postcodes.take(row);
        else if (codes.has(row.key) && codes.get(row.key) !== row.code)
          onRefused(line, `has the key ${row.key} of another row: give it one in a column "key"`);
        else {
          codes.set(row.key, row.code);
          await places.take(row);
        }
      }
      const taken = { places: await places.finish(), postcodes: await postcodes.finish() };
      await store.placeInTheMiddle();
      return taken;
    },

    count: () => store.count(),
  };
}

function placeWords(words: Words, language: Language): PlaceWords {
  const english = words('en-GB', 'placeWords.prepositions');
  return {
    prepositions: phrases(`${words(language, 'placeWords.prepositions')}, ${english}`),
    landmarks: keyed(words(language, 'placeWords.landmarks')),
  };
}

function wordsIn(all: ReadonlyMap<Language, PlaceWords>, language: Language): PlaceWords {
  const found = all.get(language);
  if (!found) throw new Error(`nothing is known of ${language}`);
  return found;
}

/** The sentence, as it is kept, without the half of a postcode in it and the "near" before that. */
function withoutOutcode(kept: string, outcode: string, { prepositions }: PlaceWords): string {
  const words = plain(kept).split(' ');
  for (const [from] of words.entries())
    for (let to = from + 1; to <= from + longestSpelling; to++)
      if (words.slice(from, to).join('') === plain(outcode)) {
        const before = words.slice(0, from);
        const length = [3, 2, 1].find((count) => count <= from && prepositions.has(before.slice(-count).join(' '))) ?? 0;
        return [...before.slice(0, from - length), ...words.slice(to)].join(' ');
      }
  return words.join(' ');
}

/** Gathers rows, of two with one name the later, and saves them so many at a time. */
function inBatches<Row>(nameOf: (row: Row) => string, save: (rows: readonly Row[]) => Promise<void>) {
  let gathered = new Map<string, Row>();
  let saved = 0;
  async function flush(): Promise<void> {
    if (gathered.size === 0) return;
    const rows = [...gathered.values()];
    gathered = new Map();
    await save(rows);
    saved += rows.length;
  }
  return {
    async take(row: Row): Promise<void> {
      gathered.set(nameOf(row), row);
      if (gathered.size >= rowsAtOnce) await flush();
    },
    async finish(): Promise<number> {
      await flush();
      return saved;
    },
  };
}
