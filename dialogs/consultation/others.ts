import type { LiveConsultation } from '#consultations';
import { stateOf } from '#consultations/state.ts';
import { closest } from '#language/hearing/closest.ts';
import { textIn } from '#language/languages.ts';
import type { Turn } from '../turn.ts';

/** The consultations that take answers now, the one that closes first at the top. */
export function openConsultations({ catalogue, now }: Turn): readonly LiveConsultation[] {
  const open = catalogue.live.filter((consultation) => stateOf(consultation, now) === 'open');
  return open.sort((one, other) => one.definition.closesAt.localeCompare(other.definition.closesAt));
}

/** Names a consultation that can be answered instead, if there is one. */
export function sayAnother(turn: Turn, thanKey: string): void {
  const [another] = openConsultations(turn).filter(({ key }) => key !== thanKey);
  if (!another) {
    turn.say('root.nothingOpen');
    return;
  }
  const { title, keyword } = another.definition;
  turn.say('consultation.another', { title: textIn(title, turn.language), keyword });
}

/** Which consultation the words name, by keyword or title in any language; `sure` is false for a typo. */
export function consultationNamed({ catalogue, said }: Turn) {
  const candidates = catalogue.live.map(({ key, definition }) => ({
    key,
    words: [definition.keyword, ...Object.values(definition.title)],
  }));
  const heard = closest(said, candidates);
  return heard.ok ? { key: heard.value, sure: heard.sure } : undefined;
}
