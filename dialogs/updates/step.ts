import { everywhere, type Subscribed, type Topic, topics } from '#people/topics.ts';
import type { Places } from '#places';
import { placeName } from '#places/name.ts';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** What the dialog keeps between two turns. */
export interface UpdatesState {
  stage: 'yours' | 'topics' | 'places';
  /** What was chosen, before it is recorded. */
  topics: readonly Topic[];
  /** Whether they hear about something already. */
  readonly had: boolean;
  page: number;
  tries: number;
}

export interface UpdatesStep {
  readonly turn: Turn;
  readonly state: UpdatesState;
  /** As recorded before this turn. */
  readonly before: Subscribed;
  /** Places by name, of which there may be more than there is to choose from. */
  readonly places: Pick<Places, 'areas'>;
  /** Whether places are known by name. */
  readonly knowsPlaces: boolean;
}

export function topicLabel(turn: Turn, topic: Topic): string {
  return turn.words(topicKeys[topic]);
}

const topicKeys = {
  consultations: 'updates.consultations',
  outcomes: 'updates.outcomes',
  events: 'updates.events',
  volunteering: 'updates.volunteering',
} as const;

export function topicOptions({ turn }: UpdatesStep): readonly AskedOption[] {
  return topics.map((topic) => ({ key: topic, label: topicLabel(turn, topic) }));
}

/** Everywhere, and each place that a consultation of ours names or the person has chosen before. Town and parish of one name are one choice. */
export function placeOptions({ turn, before }: UpdatesStep): readonly AskedOption[] {
  const asked = turn.catalogue.live.flatMap(({ definition }) => definition.places);
  const places = [...new Set([...asked, ...before.places])].filter((place) => place !== everywhere).sort();
  const named = Map.groupBy([everywhere, ...places], (key) => placeLabel(turn, key));
  return [...named].map(([label, keys]) => ({ key: keys.join(' '), label }));
}

function placeLabel(turn: Turn, key: string): string {
  return key === everywhere ? turn.words('updates.everywhere') : placeName(key);
}

/** Topics and places as a person reads them. Topics are phrases, so they stand side by side rather than in a sentence. */
export function inWords(turn: Turn, { topics, places }: Subscribed): { readonly topics: string; readonly places: string } {
  return {
    topics: topics.map((topic) => topicLabel(turn, topic)).join('; '),
    places: new Intl.ListFormat(turn.language).format([...new Set(places.map((place) => placeLabel(turn, place)))]),
  };
}
