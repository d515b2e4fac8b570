import { isDay } from '#calendar/londonDay.ts';
import { at, type Found, isBlock, type PathPart } from '#files/found.ts';
import { preferNotToSay } from '../definition.ts';
import { keysKeptByResults, scaleStepsLimit } from '../limits.ts';
import type { Sketch } from './sketch.ts';

/** What has to hold between the parts of one question, and between the questions' keys. */
export function questionRules(sketches: readonly Sketch[]): readonly Found[] {
  return [...sketches.flatMap((sketch) => keyRules(sketch, sketches)), ...sketches.flatMap(partRules), ...setRules(sketches)];
}

function keyRules({ index, key }: Sketch, sketches: readonly Sketch[]): readonly Found[] {
  if (key === undefined) return [];
  const path = ['questions', index, 'key'];
  const first = sketches.find((other) => other.key === key);
  if (first && first.index < index) return [at(path, `used twice: questions[${first.index}] has it too; give each question its own`)];
  if (keysKeptByResults.includes(key)) return [at(path, `"${key}" heads a column of every results table; choose another`)];
  return [];
}

function partRules(sketch: Sketch): readonly Found[] {
  const { index, kind, written, aboutYou } = sketch;
  const here = (...rest: readonly PathPart[]) => ['questions', index, ...rest];
  const found: Found[] = [];

  if (written.required === true && aboutYou) {
    found.push(at(here('required'), 'an about-you question is never required; take this away'));
  } else if (written.required === true && kind === 'info') {
    found.push(at(here('required'), 'an info takes no answer; take this away'));
  }
  if (kind === 'scale') found.push(...scaleRules(written, here));
  if (kind === 'number' && outOfOrder(written.min, written.max)) found.push(at(here('max'), 'smaller than "min"; exchange the two'));
  if (kind === 'date' && outOfOrder(written.earliest, written.latest))
    found.push(at(here('latest'), 'before "earliest"; exchange the two'));
  return [...found, ...optionRules(sketch, here)];
}

function scaleRules(
  { from, to, labels }: Sketch['written'],
  here: (...rest: readonly PathPart[]) => readonly PathPart[],
): readonly Found[] {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return [];
  const [low, high] = [Number(from), Number(to)];
  if (low >= high) return [at(here('to'), 'should be more than "from"')];
  const tooMany =
    high - low + 1 > scaleStepsLimit ? [at(here('to'), `makes ${high - low + 1} steps; at most ${scaleStepsLimit}, such as 0 to 10`)] : [];
  const outside = isBlock(labels)
    ? Object.keys(labels).filter((step) => !/^\d+$/.test(step) || Number(step) < low || Number(step) > high)
    : [];
  return [...tooMany, ...outside.map((step) => at(here('labels', step), `not a step of this scale, which goes from ${low} to ${high}`))];
}

function optionRules(
  { kind, written, optionKeys, aboutYou }: Sketch,
  here: (...rest: readonly PathPart[]) => readonly PathPart[],
): readonly Found[] {
  if (!optionKeys || !Array.isArray(written.options)) return [];
  const found = optionKeys.flatMap((key, index) => {
    if (key === undefined) return [];
    const first = optionKeys.indexOf(key);
    if (first < index) return [at(here('options', index, 'key'), `used twice: options[${first}] has it too; give each option its own`)];
    if (key === preferNotToSay && !aboutYou) return [at(here('options', index, 'key'), 'kept for about-you questions; choose another key')];
    return [];
  });
  const alone = written.options.filter((option) => isBlock(option) && option.exclusive === true).length;
  if (kind === 'choices' && alone > 0 && alone === written.options.length) {
    found.push(at(here('options'), 'every option is exclusive; ask it as a choice instead'));
  }
  if (kind === 'ranking' && Number.isInteger(written.top) && Number(written.top) > optionKeys.length) {
    found.push(at(here('top'), `more than there are options; at most ${optionKeys.length}`));
  }
  return found;
}

function setRules(sketches: readonly Sketch[]): readonly Found[] {
  const asksSomething = sketches.some(({ aboutYou, kind }) => !aboutYou && kind !== 'info');
  const nothing = sketches.length > 0 && !asksSomething ? [at(['questions'], 'ask at least one question that is not about you')] : [];
  const lastAsked = sketches.findLastIndex(({ aboutYou, kind }) => aboutYou && kind !== 'info');
  const unheard = sketches
    .filter(({ aboutYou, kind }, position) => aboutYou && kind === 'info' && position > lastAsked)
    .map(({ index }) =>
      at(['questions', index], 'an about-you info is shown before an about-you question, and none follows; move it or use "thanks"'),
    );
  return [...nothing, ...unheard];
}

function outOfOrder(low: unknown, high: unknown): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  return typeof low === 'string' && typeof high === 'string' && isDay(low) && isDay(high) && low > high;
}
