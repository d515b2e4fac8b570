import type { AnswerableQuestion } from '#consultations/definition.ts';
import { preferNotToSay, type Question } from '#consultations/definition.ts';
import { preferNotToSayWords } from '#consultations/fixedWords.ts';
import { pipe } from '#consultations/pipe.ts';
import { progress } from '#consultations/progress.ts';
import { textIn } from '#language/languages.ts';
import type { AskedOption, Asking } from '../asking.ts';
import { promptFor } from '../prompts/index.ts';
import type { PromptContext } from '../prompts/prompt.ts';
import type { Room } from '../room.ts';

export interface QuestionContext extends PromptContext {
  readonly room: Room;
}

/** A question as it is put to a person: its number, its words for the room, its options and how to answer. */
export function questionAsked(question: AnswerableQuestion, context: QuestionContext): Asking {
  const { definition, answers, words } = context;
  const sentence = question.aboutYou ? 'consultation.aboutYouQuestion' : 'consultation.question';
  const hints = [promptFor(question).hint(question, context), question.required ? undefined : words('prompts.orSkip')];
  return {
    text: words(sentence, { ...progress(definition, answers, question), text: wordingOf(question, context) }),
    options: optionsOf(question, context),
    hint: hints.filter((hint) => hint !== undefined).join(' '),
  };
}

/** A question's or an info's words for the room, with the earlier answers that they quote. */
export function wordingOf(question: Question, { definition, answers, language, room }: QuestionContext): string {
  const text = room.brief && question.sms ? question.sms : question.text;
  return pipe(text, answers, definition, language);
}

function optionsOf(question: AnswerableQuestion, context: QuestionContext): readonly AskedOption[] {
  const options = promptFor(question).options(question, context);
  const missing = question.aboutYou && options.length > 0 && !options.some((option) => option.key === preferNotToSay);
  return missing ? [...options, { key: preferNotToSay, label: textIn(preferNotToSayWords, context.language) }] : options;
}
