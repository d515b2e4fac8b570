import { holds } from './condition.ts';
import type { AnswerableQuestion, Answers, Definition, Question, QuestionOf, Value } from './definition.ts';

/** Did the person agree to the equality questions? They are offered once, after the others. */
export type AboutYouWish = 'yes' | 'no' | 'not-asked';

/** What comes next in a response. `count` is how many about-you questions would follow. */
export type Next =
  | { readonly kind: 'ask'; readonly question: AnswerableQuestion }
  | { readonly kind: 'offerAboutYou'; readonly count: number }
  | { readonly kind: 'check' };

/** The questions that take an answer, in the order in which they are asked: the about-you questions after the others. */
export function askedInOrder(definition: Definition): readonly AnswerableQuestion[] {
  return inOrder(definition).filter((question) => question.kind !== 'info');
}

/** Where a response stands: the first question without an answer whose condition holds, wherever it was left. */
export function nextQuestion(definition: Definition, answers: Answers, aboutYou: AboutYouWish): Next {
  const open = openQuestions(definition, answers);
  const question = open.find((each) => !each.aboutYou);
  if (question) return { kind: 'ask', question };

  const left = open.filter((each) => each.aboutYou);
  const [first] = left;
  if (!first || aboutYou === 'no') return { kind: 'check' };
  return aboutYou === 'yes' ? { kind: 'ask', question: first } : { kind: 'offerAboutYou', count: left.length };
}

/**
 * What BACK takes back: the last question, in asked order, that was answered or skipped and that still applies.
 * With `current`, the last one before that, for a person who is being asked again further up.
 */
export function previousQuestion(definition: Definition, answers: Answers, current?: Question): AnswerableQuestion | undefined {
  const standing = standingAnswers(definition, answers);
  const asked = askedInOrder(definition);
  const place = current ? asked.findIndex(({ key }) => key === current.key) : asked.length;
  return asked.slice(0, Math.max(place, 0)).findLast(({ key }) => Object.hasOwn(standing, key));
}

/** The questions that apply to these answers, about-you questions last, whether answered or not. */
export function applicableQuestions(definition: Definition, answers: Answers): readonly AnswerableQuestion[] {
  const standing = standingAnswers(definition, answers);
  return askedInOrder(definition).filter((question) => applies(question, standing));
}

/** The answers that count: an answer to a question whose condition no longer holds is left out, and so is whatever hung on it. */
export function standingAnswers(definition: Definition, answers: Answers): Answers {
  const standing: Record<string, Value> = {};
  for (const question of askedInOrder(definition)) {
    const value = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    if (value !== undefined && applies(question, standing)) standing[question.key] = value;
  }
  return standing;
}

/** The keys of the answers that no longer count, because an earlier answer changed. */
export function noLongerAsked(definition: Definition, answers: Answers): readonly string[] {
  const standing = standingAnswers(definition, answers);
  return Object.keys(answers).filter((key) => !Object.hasOwn(standing, key));
}

/** May this response be sent? Every question that applies is answered or skipped, and no required one is skipped. About-you questions never hold it up. */
export function isComplete(definition: Definition, answers: Answers): boolean {
  const standing = standingAnswers(definition, answers);
  return applicableQuestions(definition, answers)
    .filter((question) => !question.aboutYou)
    .every((question) => Object.hasOwn(standing, question.key) && !(question.required && standing[question.key] === null));
}

/**
 * What is shown, not asked, on the way to a question: the `info` texts since the last question that applies.
 * Without a question: those at the end, after the last of the questions that are not about you.
 */
export function infosBefore(definition: Definition, answers: Answers, question: Question | undefined): readonly QuestionOf<'info'>[] {
  const standing = standingAnswers(definition, answers);
  const block = inOrder(definition).filter((each) => each.aboutYou === (question?.aboutYou ?? false));
  const end = question ? block.findIndex((each) => each.key === question.key) : block.length;

  const applying = block.slice(0, Math.max(end, 0)).filter((each) => applies(each, standing));
  const lastAsked = applying.findLastIndex((each) => each.kind !== 'info');
  return applying.slice(lastAsked + 1).filter((each) => each.kind === 'info');
}

function openQuestions(definition: Definition, answers: Answers): readonly AnswerableQuestion[] {
  return applicableQuestions(definition, answers).filter((question) => !Object.hasOwn(answers, question.key));
}

function applies(question: Question, standing: Answers): boolean {
  return !question.when || holds(question.when, standing);
}

function inOrder({ questions }: Definition): readonly Question[] {
  return [...questions.filter((question) => !question.aboutYou), ...questions.filter((question) => question.aboutYou)];
}
