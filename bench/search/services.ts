import { needs } from '#directory/needs.ts';
import type { Services } from '../../src/services.ts';
import { postcodeAt, spot, villageAt, villageOf, villages } from './county.ts';

/** A search by its number, through the service layer: what people ask, each time of something or somewhere else. */
export type Search = (at: number) => Promise<unknown>;

/** Of the kinds of service in a county, how many are chess groups: every twentieth, from this one on. */
const chess = { first: 19, every: 20, there: 100 };

/** What people ask of the directory and of places, by name. */
export function serviceSearches(services: Pick<Services, 'directory' | 'places'>): Readonly<Record<string, Search>> {
  const { find } = services.directory.search;
  const needAt = (at: number) => needs[at % needs.length] ?? 'food';
  const wordsAt = (at: number) => `chess group ${villageOf(chess.first + chess.every * (at % chess.there))}`;
  const typos = ['demntia memroy', 'comunity pantri', 'befreinding companny', 'toddlr grouup', 'housng helpp'];
  return {
    'by need': (at) => find({ wanted: { need: needAt(at) } }),
    'by need near a place': (at) => find({ wanted: { need: needAt(at) }, near: spot(at), withinMiles: 10 }),
    'by own words near a place': (at) => find({ wanted: { words: wordsAt(at) }, near: spot(at) }),
    'by own words with typos': (at) => find({ wanted: { words: typos[at % typos.length] ?? '' }, near: spot(at) }),
    'a postcode': (at) => services.places.find(postcodeAt(at * 13), 'en-GB'),
    'a postcode that is not known': (at) => services.places.find(`NN9${at % 10} 9ZZ`, 'en-GB'),
    'a place by name': (at) => services.places.find(villageAt(at), 'en-GB'),
    'a landmark of a place': (at) => services.places.find(`near the library in ${villageAt((at * 10) % villages)}`, 'en-GB'),
    'a place with a typo': (at) => services.places.find(withoutALetter(villageAt(at), at), 'en-GB'),
    'a place in a sentence': (at) => services.places.mentioned(`help with food near ${villageAt(at)} please`, 'en-GB'),
  };
}

function withoutALetter(name: string, at: number): string {
  const place = 1 + (at % (name.length - 1));
  return name.slice(0, place) + name.slice(place + 1);
}
