import type { LiveConsultation } from '#consultations';
import { isOver, stateOf } from '#consultations/state.ts';
import { plain } from '#language/hearing/clean.ts';
import { closest } from '#language/hearing/closest.ts';
import { textIn } from '#language/languages.ts';
import type { Turn } from '../turn.ts';

/** The consultations that take answers now, the one that closes first at the top. */
export function openConsultations({ catalogue, now }: Turn): readonly LiveConsultation[] {
  const open = catalogue.live.filter((consultation) => stateOf(consultation, now) === 'open');
  return open.sort((one, other) => one.definition.closesAt.localeCompare(other.definition.closesAt));
}

/** Names a consultation that can be answered instead, if there is one, where its keyword is of use. */
export function sayAnother(turn: Turn, thanKey: string): void {
  if (turn.room.byForms) return;
  const [another] = openConsultations(turn).filter(({ key }) => key !== thanKey);
  if (!another) {
    turn.say('root.nothingOpen');
    return;
  }
  const { title, keyword } = another.definition;
  turn.say('consultation.another', { title: textIn(title, turn.language), keyword });
}

/**
 * Which consultation the words name, by keyword or title in any language. `sure` is false for a typo; `asTaught` is true for the
 * keyword in capitals, as we write it. A name that came round again is that of the consultation that still runs, or ran last.
 */
export function consultationNamed({ catalogue, said, now }: Turn) {
  const over = (consultation: LiveConsultation) => Number(isOver(consultation, now));
  const taken = new Set<string>();
  const candidates = catalogue.live
    .toReversed()
    .sort((one, other) => over(one) - over(other))
    .map(({ key, definition: { keyword, title } }) => {
      const words = [keyword, ...Object.values(title)].filter((word) => !taken.has(plain(word)));
      for (const word of words) taken.add(plain(word));
      return { key, words };
    });
  const heard = closest(said, candidates);
  if (!heard.ok) return undefined;
  const asTaught = catalogue.live.some(({ key, definition }) => key === heard.value && definition.keyword === said);
  return { key: heard.value, sure: heard.sure, asTaught };
}
