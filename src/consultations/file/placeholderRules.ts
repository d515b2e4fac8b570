import { didYouMean } from '#files/closest.ts';
import { at, type Block, type Found, isBlock, type PathPart } from '#files/found.ts';
import { placeholdersIn } from '../pipe.ts';
import { reasonAgainstLooking } from './conditionRules.ts';
import type { Sketch } from './sketch.ts';

/** Where earlier answers are filled in; anywhere else braces would be shown as they are. */
const filledIn: readonly string[] = ['text', 'sms', 'help'];

/** `{visit}` in a question's text repeats an earlier answer: the question has to exist, to come before and to be none about you. */
export function placeholderRules(sketches: readonly Sketch[], file: Block): readonly Found[] {
  const outside = ['title', 'summary', 'decision', 'decisionMaker', 'thanks'].flatMap((name) => linesOf(file[name], [name]));
  return [...sketches.flatMap((sketch) => sketchRules(sketch, sketches)), ...outside.flatMap(misplaced)];
}

function sketchRules(sketch: Sketch, sketches: readonly Sketch[]): readonly Found[] {
  const { index, written } = sketch;
  const piped = filledIn.flatMap((name) => linesOf(written[name], ['questions', index, name]));
  const options: readonly unknown[] = Array.isArray(written.options) ? written.options : [];
  const optionLines = options.flatMap((option, place) =>
    isBlock(option) ? linesOf(option.text, ['questions', index, 'options', place, 'text']) : [],
  );
  const labels = isBlock(written.labels) ? Object.entries(written.labels) : [];
  const labelLines = labels.flatMap(([step, label]) => linesOf(label, ['questions', index, 'labels', step]));

  const faults = piped.flatMap(({ line, path }) =>
    [...new Set(placeholdersIn(line))].flatMap((key) => {
      const reason = reasonAgainst(key, sketch, sketches);
      return reason ? [at(path, `{${key}}: ${reason}`)] : [];
    }),
  );
  return [...faults, ...[...optionLines, ...labelLines].flatMap(misplaced)];
}

function reasonAgainst(key: string, asker: Sketch, sketches: readonly Sketch[]): string | undefined {
  const seen = sketches.find((sketch) => sketch.key === key);
  if (!seen) {
    const keys = sketches.flatMap((sketch) => sketch.key ?? []);
    return `there is no question "${key}"${didYouMean(key, keys)}`;
  }
  if (seen.aboutYou) return 'an answer about you is never read back';
  return reasonAgainstLooking(seen, asker);
}

function misplaced({ line, path }: PlacedLine): readonly Found[] {
  const [key] = placeholdersIn(line);
  return key === undefined ? [] : [at(path, `{${key}}: an earlier answer can only be repeated in a question's text, sms and help`)];
}

interface PlacedLine {
  readonly line: string;
  readonly path: readonly PathPart[];
}

/** A text's lines in each language, each with its path. */
function linesOf(text: unknown, path: readonly PathPart[]): readonly PlacedLine[] {
  if (typeof text === 'string') return [{ line: text, path }];
  if (!isBlock(text)) return [];
  return Object.entries(text).flatMap(([tag, line]) => (typeof line === 'string' ? [{ line, path: [...path, tag] }] : []));
}
