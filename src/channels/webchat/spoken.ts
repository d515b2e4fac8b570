import type { Words } from '#language/words.ts';
import type { Asks } from '../channel.ts';

/**
 * A question as it is read to somebody who listens: its words, then every option with the number that can be typed for it, which those who
 * see find on buttons and boxes, then how to answer. One text, because a screen reader may read the parts of a message in any order.
 */
export function spoken(text: string, { answer, options, hint, skip, language }: Asks, words: Words): string {
  const question = hint && text.endsWith(hint) ? text.slice(0, -hint.length) : text;
  const severalNumbers = answer === 'several' || answer === 'ranked' ? words(language, 'prompts.byNumbers') : undefined;
  const orSkip = skip && words(language, 'prompts.orSkip');
  return [...question.split('\n'), ...options.map(numbered), hint, severalNumbers, orSkip].flatMap(asSentence).join(' ');
}

/** The steps of a scale are numbers already. */
function numbered({ label, say }: Asks['options'][number], place: number): string {
  return say !== undefined && /^\d+$/.test(say) ? label : `${place + 1}: ${label}`;
}

/** With a stop at its end, so that there is a pause. */
function asSentence(part: string | undefined): readonly string[] {
  const said = part?.trim() ?? '';
  if (said === '') return [];
  return [/[.!?:]$/.test(said) ? said : `${said}.`];
}
