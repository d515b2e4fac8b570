import fc from 'fast-check';
import { holds } from '#consultations/condition.ts';
import type { Answers, Definition, Question } from '#consultations/definition.ts';
import { parseDefinition } from '#consultations/parse.ts';
import { progress, questionsLeft } from '#consultations/progress.ts';
import {
  type AboutYouWish,
  infosBefore,
  isComplete,
  nextQuestion,
  noLongerAsked,
  previousQuestion,
  standingAnswers,
} from '#consultations/survey.ts';
import { anAnswer, definitions, moves, withAnswer, without } from './arbitraryDefinition.ts';

const wishes = fc.constantFrom<AboutYouWish>('yes', 'no', 'not-asked');
type Move = { readonly do: string; readonly roll: number };

/** One move of a person: answer or skip what is asked, take the last back, or change any earlier answer. */
function after(definition: Definition, answers: Answers, wish: AboutYouWish, move: Move): Answers {
  const next = nextQuestion(definition, answers, wish);
  const last = previousQuestion(definition, answers);
  if (move.do === 'back') return last ? without(answers, last.key) : answers;
  if (move.do === 'change') {
    const changed = definition.questions.filter(({ key }) => Object.hasOwn(answers, key))[move.roll % 10];
    return changed ? withAnswer(answers, changed.key, anAnswer(changed, move.roll)) : answers;
  }
  if (next.kind !== 'ask') return answers;
  const skips = move.do === 'skip' && !next.question.required;
  return withAnswer(answers, next.question.key, skips ? null : anAnswer(next.question, move.roll));
}

function applies(question: Question, definition: Definition, answers: Answers): boolean {
  return !question.when || holds(question.when, standingAnswers(definition, answers));
}

describe('whatever the definition and whatever a person does', () => {
  test('a question is asked only while its condition holds, only once, and never an info', () => {
    fc.assert(
      fc.property(definitions, wishes, moves, (definition, wish, doing) => {
        let answers: Answers = {};
        for (const move of doing) {
          const next = nextQuestion(definition, answers, wish);
          if (next.kind === 'ask') {
            expect(next.question.kind).not.toBe('info');
            expect(answers).not.toHaveProperty([next.question.key]);
            expect(applies(next.question, definition, answers)).toBe(true);
            for (const info of infosBefore(definition, answers, next.question)) expect(applies(info, definition, answers)).toBe(true);
          }
          answers = after(definition, answers, wish, move);
        }
      }),
    );
  });

  test('a person is never stuck: answering on comes to the check, with nothing left', () => {
    fc.assert(
      fc.property(definitions, moves, fc.nat(999), (definition, doing, roll) => {
        let answers = doing.reduce<Answers>((given, move) => after(definition, given, 'yes', move), {});
        for (let i = 0; i <= definition.questions.length && nextQuestion(definition, answers, 'yes').kind === 'ask'; i++) {
          answers = after(definition, answers, 'yes', { do: i % 2 ? 'give' : 'skip', roll: roll + i });
        }
        expect(nextQuestion(definition, answers, 'yes')).toEqual({ kind: 'check' });
        expect(isComplete(definition, answers)).toBe(true);
        expect(questionsLeft(definition, answers)).toBe(0);
      }),
    );
  });

  test('BACK undoes exactly the last answer or skip', () => {
    fc.assert(
      fc.property(definitions, wishes, moves, (definition, wish, doing) => {
        let answers: Answers = {};
        for (const move of doing.filter(({ do: what }) => what !== 'change')) {
          const next = nextQuestion(definition, answers, wish);
          const moved = after(definition, answers, wish, move);
          if (move.do !== 'back' && next.kind === 'ask') {
            expect(previousQuestion(definition, moved)?.key).toBe(next.question.key);
            expect(without(moved, next.question.key)).toEqual(answers);
            expect(nextQuestion(definition, without(moved, next.question.key), wish)).toEqual(next);
          }
          answers = moved;
        }
      }),
    );
  });

  test('answers that no longer count are those whose condition does not hold, however they hang together', () => {
    fc.assert(
      fc.property(definitions, moves, (definition, doing) => {
        const answers = doing.reduce<Answers>((given, move) => after(definition, given, 'yes', move), {});
        const gone = noLongerAsked(definition, answers);
        const standing = standingAnswers(definition, answers);
        expect([...gone, ...Object.keys(standing)].sort()).toEqual(Object.keys(answers).sort());
        expect(noLongerAsked(definition, standing)).toEqual([]);
        for (const question of definition.questions) {
          if (Object.hasOwn(answers, question.key)) expect(applies(question, definition, answers)).toBe(!gone.includes(question.key));
        }
      }),
    );
  });

  test('the number of a question is never more than how many there are', () => {
    fc.assert(
      fc.property(definitions, moves, (definition, doing) => {
        const answers = doing.reduce<Answers>((given, move) => after(definition, given, 'yes', move), {});
        const next = nextQuestion(definition, answers, 'yes');
        if (next.kind !== 'ask') return;
        const { number, of } = progress(definition, answers, next.question);
        expect(number).toBeGreaterThanOrEqual(1);
        expect(number).toBeLessThanOrEqual(of);
      }),
    );
  });
});

describe('reading a file', () => {
  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]:-&*!|>\'"#,?a1 \n\t') })),
        (source) => void parseDefinition(source),
      ),
      { numRuns: 500 },
    );
  });

  test('gives back what was written, for any valid definition', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const parsed = parseDefinition(asFile(definition));
        const hasQuestion = definition.questions.some(({ aboutYou, kind }) => !aboutYou && kind !== 'info');
        const order = definition.questions.filter(({ aboutYou }) => aboutYou);
        if (!hasQuestion || order.at(-1)?.kind === 'info') return;
        expect(parsed.ok ? [] : parsed.faults).toEqual([]);
        if (parsed.ok)
          expect(parsed.definition.questions.map(({ key, when }) => ({ key, when }))).toEqual(
            definition.questions.map(({ key, when }) => ({ key, when })),
          );
      }),
    );
  });
});

function asFile({ opensAt, closesAt, places: _, questions, ...rest }: Definition): string {
  const written = questions.map((question) => {
    if (!('options' in question)) return question;
    return { ...question, options: question.options.map(({ key, label }) => ({ key, text: label })) };
  });
  return JSON.stringify({ ...rest, opens: opensAt, closes: closesAt, questions: written });
}
