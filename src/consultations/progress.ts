import type { Answers, Definition, Question, QuestionKind } from './definition.ts';
import { applicableQuestions } from './survey.ts';

/** "2 of 5": a question's number, from 1, among those that apply now. About-you questions are counted by themselves. */
export interface Progress {
  readonly number: number;
  readonly of: number;
}

export function progress(definition: Definition, answers: Answers, question: Question): Progress {
  const counted = applicableQuestions(definition, answers).filter((each) => each.aboutYou === question.aboutYou);
  const position = counted.findIndex((each) => each.key === question.key);
  return { number: position < 0 ? counted.length : position + 1, of: counted.length };
}

/** How many questions are still to come, as far as the answers so far tell; about-you questions are not counted. */
export function questionsLeft(definition: Definition, answers: Answers): number {
  return applicableQuestions(definition, answers).filter((question) => !question.aboutYou && !Object.hasOwn(answers, question.key)).length;
}

/**
 * Seconds that one question takes to read and answer on a phone. Our own estimate, on the slow side: a choice is read and tapped,
 * own words are typed at about 20 words a minute.
 */
const secondsFor: Readonly<Record<QuestionKind, number>> = {
  choice: 20,
  choices: 30,
  scale: 20,
  yesNo: 15,
  number: 20,
  date: 25,
  postcode: 20,
  text: 60,
  ranking: 45,
  info: 10,
};

/** About how many whole minutes a consultation takes, at least 1. Questions with a condition count half; about-you questions do not count. */
export function minutes({ questions }: Definition): number {
  const seconds = questions
    .filter((question) => !question.aboutYou)
    .reduce((sum, question) => sum + secondsFor[question.kind] * (question.when ? 0.5 : 1), 0);
  return Math.max(1, Math.round(seconds / 60));
}
