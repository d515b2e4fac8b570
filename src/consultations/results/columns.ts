import type { Definition, Question } from '../definition.ts';
import { askedInOrder } from '../survey.ts';

/** One version of a consultation, as its results need it. */
export interface Version {
  readonly number: number;
  readonly definition: Definition;
}

/**
 * The keys of the questions of every version, in the order in which the newest asks them; one that only an older version asked stands
 * behind its neighbour there. About-you questions are left out, and so is a question that any version held for about you.
 * `versions`: oldest first.
 */
export function questionKeys(versions: readonly Version[]): readonly string[] {
  const apart = new Set(
    versions.flatMap(({ definition }) => definition.questions.filter(({ aboutYou }) => aboutYou).map(({ key }) => key)),
  );
  const keys: string[] = [];
  for (const { definition } of [...versions].reverse()) {
    let place = 0;
    for (const { key } of askedInOrder(definition)) {
      if (apart.has(key)) continue;
      const known = keys.indexOf(key);
      if (known < 0) keys.splice(place, 0, key);
      place = (known < 0 ? place : known) + 1;
    }
  }
  return keys;
}

/** The about-you questions, each in all its wordings, newest first. */
export function questionsAboutYou(versions: readonly Version[]): readonly (readonly [Question, ...Question[]])[] {
  const wordings = new Map<string, [Question, ...Question[]]>();
  for (const { definition } of [...versions].reverse()) {
    for (const question of askedInOrder(definition).filter(({ aboutYou }) => aboutYou)) {
      const known = wordings.get(question.key);
      if (known) known.push(question);
      else wordings.set(question.key, [question]);
    }
  }
  return [...wordings.values()];
}
