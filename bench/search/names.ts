import { rootOf } from '#language/hearing/roots.ts';
import type { Services } from '../../src/services.ts';
import { spot, villageAt } from './county.ts';
import type { Search } from './services.ts';

const dayMs = 86_400_000;
/** As far ahead, and as many of each, as the menu looks. */
const days = 90;
const limit = 9;
const said = ['chess group', 'lego club', 'repiar cafe', 'telephone freind', 'litter picking', 'somebody complained yesterday'];
const titles = ['lego', 'coffee morning', 'chair yoga', 'repair cafe', 'craft market', 'health walk', 'bingo'];
const opportunities = ['garden helper', 'food packer', 'reading children', 'litter pick'];

/** What the menu looks up where nothing else was understood: the words, and then each kind by its name. */
export function nameSearches({ directory, events, volunteering }: Services, now: Date): Readonly<Record<string, Search>> {
  const words = (list: readonly string[], at: number) => (list[at % list.length] ?? '').split(' ');
  const ahead = { from: now, to: new Date(now.getTime() + days * dayMs) };
  return {
    'which words are in a name': (at) => directory.search.listed(words(said, at)),
    'services by name': (at) => directory.search.called(['chess', villageAt(at).toLowerCase()]),
    'services by a name that many have': (at) => directory.search.called(['chess'], spot(at), 10),
    'events by title': (at) => events.find({ ...ahead, words: words(titles, at).map(rootOf) }, limit),
    'events by title near a place': (at) => events.find({ ...ahead, near: spot(at), words: words(titles, at).map(rootOf) }, limit),
    'volunteering by title': (at) => volunteering.called(words(opportunities, at), undefined),
  };
}
