import { Prisma } from '#database/generated/client.ts';
import { createNeedWords, needs } from '#directory/needs.ts';
import { byTitle, byWords, corrected, type SearchAsked } from '#directory/search/store.ts';
import { loadWords } from '#language/words.ts';
import { metresInAMile } from '#places';
import type { Services } from '../../src/services.ts';

/** One search: through the service layer, and the same statements for `pg` alone. */
export interface Search {
  ours(at: number): Promise<unknown>;
  floor(at: number): Prisma.Sql | readonly Prisma.Sql[];
}

/** What people ask of the directory and of places, by name. */
export function serviceSearches(services: Pick<Services, 'directory' | 'places'>): Readonly<Record<string, Search>> {
  const needWords = createNeedWords(loadWords());
  const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => `"${phrase}"`).join(' or ');
  const near = (at: number) => ({ easting: 480_000 + ((at * 7919) % 20_000), northing: 270_000 + ((at * 104_729) % 20_000) });
  const asked = (query: string, at: number, place: boolean): SearchAsked => ({
    query,
    near: place ? near(at) : undefined,
    withinMetres: place ? 10 * metresInAMile : undefined,
    freshSince: new Date(Date.now() - 183 * 86_400_000),
    rotation: 20_000,
    limit: 9,
  });
  const needAt = (at: number) => needs[at % needs.length] ?? 'food';
  const typos = [
    ['demntia memroy', 'dementia memory'],
    ['comunity pantri', 'community pantry'],
    ['befreinding companny', 'befriending company'],
    ['toddlr grouup', 'toddler group'],
    ['housng helpp', 'housing help'],
  ] as const;
  return {
    'by need': {
      ours: (at) => services.directory.search.find({ wanted: { need: needAt(at) } }),
      floor: (at) => byTitle(asked(anyOf(needWords.searchedFor(needAt(at))), at, false)),
    },
    'by need and place': {
      ours: (at) => services.directory.search.find({ wanted: { need: needAt(at) }, near: near(at), withinMiles: 10 }),
      floor: (at) => byTitle(asked(anyOf(needWords.searchedFor(needAt(at))), at, true)),
    },
    'by own words': {
      ours: (at) => services.directory.search.find({ wanted: { words: `chess group ${19 + 20 * (at % 100)}` }, near: near(at) }),
      floor: (at) => byWords({ ...asked(`chess group ${19 + 20 * (at % 100)}`, at, true), withinMetres: undefined }),
    },
    'by typo': {
      ours: (at) => services.directory.search.find({ wanted: { words: typos[at % typos.length]?.[0] ?? '' }, near: near(at) }),
      floor: (at) => {
        const [said, meant] = typos[at % typos.length] ?? ['', ''];
        const anywhere = (query: string) => byWords({ ...asked(query, at, true), withinMetres: undefined });
        return [anywhere(said), corrected(said.split(' ')), anywhere(meant)];
      },
    },
    'a postcode': {
      ours: (at) => services.places.find(`NN9${at % 10} ${at % 9}AA`, 'en-GB'),
      floor: (at) =>
        Prisma.sql`SELECT postcode.*, ward.key, parish.key FROM postcode LEFT JOIN place ward ON ward.code = ward_code LEFT JOIN place parish ON parish.code = parish_code WHERE postcode = ${`NN9${at % 10} ${at % 9}AA`}`,
    },
    'a place by name': {
      ours: (at) => services.places.find(`village ${at % 200}`, 'en-GB'),
      floor: (at) =>
        Prisma.sql`SELECT * FROM place WHERE plain = ANY(${[`village ${at % 200}`]}) OR words @> string_to_array(${`village ${at % 200}`}, ' ') OR plain % ${`village ${at % 200}`}`,
    },
  };
}
