import type { AnswerableQuestion } from '#consultations/definition.ts';
import { preferNotToSay, type Question } from '#consultations/definition.ts';
import { preferNotToSayWords } from '#consultations/fixedWords.ts';
import { pipe } from '#consultations/pipe.ts';
import { progress } from '#consultations/progress.ts';
import { commandWords } from '#language/hearing/commands.ts';
import { textIn } from '#language/languages.ts';
import type { AskedOption, Asking, LineKind } from '../asking.ts';
import { promptFor } from '../prompts/index.ts';
import type { PromptContext } from '../prompts/prompt.ts';

/** A question as it is put to a person: its number, its words for the room, its options and how to answer. */
export function questionAsked(question: AnswerableQuestion, context: PromptContext): Asking {
  const { definition, answers, words, room, language } = context;
  const sentence = question.aboutYou ? 'aboutYouQuestion' : 'question';
  const prompt = promptFor(question);
  const skip = { key: 'skip', label: words('prompts.skip'), say: commandWords[language].skip };
  const hints = [prompt.hint(question, context), question.required || room.buttons ? undefined : words('prompts.orSkip')];
  return {
    about: `consultation:${definition.key}:ask:${question.key}`,
    text: words(room.brief ? `consultation.${sentence}` : `consultation.${sentence}InFull`, {
      ...progress(definition, answers, question),
      text: wordingOf(question, context),
    }),
    options: optionsOf(question, context),
    answer: prompt.answer,
    hint: hints.filter((hint) => hint !== undefined).join(' '),
    ...(question.kind === 'ranking' && { atMost: question.top }),
    ...(!question.required && { skip }),
    ...(question.help && { help: textIn(question.help, language) }),
    ...(prompt.answer === 'line' && { line: lineOf(question) }),
  };
}

/** A question's or an info's words for the room, with the earlier answers that they quote. */
export function wordingOf(question: Question, { definition, answers, language, room }: PromptContext): string {
  const text = room.brief && question.sms ? question.sms : question.text;
  return pipe(text, answers, definition, language);
}

function lineOf(question: AnswerableQuestion): LineKind {
  if (question.kind === 'date' || question.kind === 'postcode') return question.kind;
  if (question.kind !== 'number' || (question.min ?? -1) < 0) return 'other';
  return question.decimals ? 'decimal' : 'digits';
}

function optionsOf(question: AnswerableQuestion, context: PromptContext): readonly AskedOption[] {
  const options = promptFor(question).options(question, context);
  const missing = question.aboutYou && options.length > 0 && !options.some((option) => option.key === preferNotToSay);
  return missing ? [...options, { key: preferNotToSay, label: textIn(preferNotToSayWords, context.language) }] : options;
}
