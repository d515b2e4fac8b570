import type { Answers, Definition, Question, Value } from '#consultations/definition.ts';
import { minutes } from '#consultations/progress.ts';
import { askedInOrder } from '#consultations/survey.ts';
import { type Language, languages, textIn } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { type Asking, fitPage } from '../asking.ts';
import type { Room } from '../room.ts';
import { questionAsked } from './questionAsked.ts';

/** Where a definition's words are too long for a room, as paths into the file. */
export interface RoomFault {
  readonly path: string;
  readonly reason: string;
}

/**
 * What would not fit the room, in any language, even with its options spread over pages: found when a consultation is imported, so
 * that no resident gets half a question. Earlier answers that a text quotes are taken at their longest.
 */
export function roomFaults(definition: Definition, room: Room, words: Words): readonly RoomFault[] {
  const questions = askedInOrder(definition);
  return languages.flatMap((language) => {
    const fits = (asking: Asking) => allPagesFit(asking, room, words(language, 'turn.more'));
    const answers = longestAnswers(definition, language);
    const context = { definition, answers, language, room, today: () => '2026-09-30', words: words.bind(undefined, language) };
    const long = questions.filter((question) => !fits(questionAsked(question, context)));
    const intro = fits(introOf(definition, words, language))
      ? []
      : [{ path: 'summary', reason: tooLong(language, 'shorten it or the title') }];
    return [
      ...intro,
      ...long.map((question) => ({ path: pathOf(definition, question), reason: tooLong(language, 'give a shorter wording as "sms"') })),
    ];
  });
}

function tooLong(language: Language, mend: string): string {
  return `too long for two text messages in ${language}: ${mend}`;
}

function pathOf({ questions }: Definition, question: Question): string {
  return `questions[${questions.findIndex(({ key }) => key === question.key)}].${question.sms ? 'sms' : 'text'}`;
}

function allPagesFit(asking: Asking, room: Room, more: string): boolean {
  return asking.options.every((_, page) => room.fits(fitPage(asking, page, room, more))) && room.fits(fitPage(asking, 0, room, more));
}

function introOf(definition: Definition, words: Words, language: Language): Asking {
  const { title, summary, questions } = definition;
  const args = {
    title: textIn(title, language),
    summary: textIn(summary, language),
    count: questions.length,
    minutes: minutes(definition),
  };
  const options = (['consultation.begin', 'consultation.readMore'] as const).map((key) => ({ key, label: words(language, key) }));
  return { about: definition.key, text: words(language, 'consultation.intro', args), options, answer: 'one' };
}

function longestAnswers({ questions }: Definition, language: Language): Answers {
  return Object.fromEntries(questions.map((question) => [question.key, longestAnswer(question, language)]));
}

function longestAnswer(question: Question, language: Language): Value {
  switch (question.kind) {
    case 'choice': {
      const longest = [...question.options].sort((a, b) => textIn(b.label, language).length - textIn(a.label, language).length)[0];
      return longest?.key ?? null;
    }
    case 'choices':
      return question.options.map(({ key }) => key);
    case 'ranking':
      return question.options.slice(0, question.top).map(({ key }) => key);
    case 'scale':
      return Number(Object.keys(question.labels)[0] ?? question.to);
    case 'yesNo':
      return true;
    case 'number':
      return question.max ?? 1_000_000;
    case 'date':
      return '2026-09-30';
    case 'postcode':
      return 'ZZ99';
    default:
      // Quoted own words are cut: any longer text is as long as this one.
      return 'm'.repeat(200);
  }
}
