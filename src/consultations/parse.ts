import type { Fault } from '#files/fault.ts';
import { faultsInOrder } from '#files/faultsInOrder.ts';
import { at, type Block, type Found, isBlock } from '#files/found.ts';
import { foundIn, reasonFor } from '#files/issues.ts';
import { readSource, type Source } from '#files/source.ts';
import type { Condition, Definition, Question } from './definition.ts';
import { conditionRules } from './file/conditionRules.ts';
import { fileRules } from './file/fileRules.ts';
import { fileProperties, fileShape } from './file/fileShape.ts';
import { placeholderRules } from './file/placeholderRules.ts';
import { questionRules } from './file/questionRules.ts';
import { readQuestion } from './file/questions.ts';
import { sketchQuestions } from './file/sketch.ts';
import { yesNoAsBoolean } from './file/yesNo.ts';
import { questionsLimit } from './limits.ts';

export interface ParseOptions {
  /** Words that the bot itself hears (commands, names of languages): no keyword may be one. */
  readonly reserved?: readonly string[];
}

export type Parsed =
  /** `lineOf` tells the line, from 1, of a path such as `questions[2].text`. */
  | { readonly ok: true; readonly definition: Definition; lineOf(path: string): number | undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A consultation's file, YAML or JSON, as a definition, or every fault that it has, in the order of the file. Never throws. */
export function parseDefinition(text: string, { reserved = [] }: ParseOptions = {}): Parsed {
  const source = readSource(text);
  const read = readFile(source, reserved);
  if (read.definition) return { ok: true, definition: read.definition, lineOf: source.lineOf };
  return { ok: false, faults: faultsInOrder(read.found, source) };
}

interface ReadFile {
  readonly definition?: Definition;
  readonly found: readonly Found[];
}

function readFile(source: Source, reserved: readonly string[]): ReadFile {
  const file = source.value;
  if (file === undefined && source.found.length > 0) return source;
  if (!isBlock(file))
    return { found: [at([], 'should be a consultation: lines such as "key: parks-2027", "title: Your parks" and so on')] };

  const shaped = fileShape.safeParse(file, { error: reasonFor });
  const shapeFound = shaped.success ? [] : foundIn(shaped.error, [], () => fileProperties);
  const { questions, found: questionsFound } = readQuestions(file);
  const found = [...source.found, ...shapeFound, ...fileRules(partsOf(file), reserved), ...questionsFound];
  if (!shaped.success || found.length > 0) return { found };

  const { opens, closes, places = [], questions: _, ...rest } = shaped.data;
  return { definition: { ...rest, opensAt: opens, closesAt: closes, places, questions }, found };
}

/** Each question is read by itself; the rules between them work on whatever could be made out. */
function readQuestions(file: Block): { readonly questions: readonly Question[]; readonly found: readonly Found[] } {
  // Beyond the limit, which is a fault already, nothing is looked at: a hostile file ends here.
  const written: readonly unknown[] = Array.isArray(file.questions) ? file.questions.slice(0, questionsLimit) : [];
  const read = written.map(readQuestion);
  const conditions: readonly (Condition | undefined)[] = read.map(({ when }) => when);
  const sketches = sketchQuestions(written, conditions);

  const found = [
    ...read.flatMap((each) => each.found),
    ...questionRules(sketches),
    ...conditionRules(sketches),
    ...placeholderRules(sketches, file),
  ];
  return { questions: yesNoAsBoolean(read.flatMap(({ question }) => question ?? [])), found };
}

/** Dates and keyword one by one, so that the rules on them hold whatever else is wrong in the file. */
function partsOf(file: Block) {
  const { keyword, opens, closes, decisionOn } = fileShape.shape;
  return {
    keyword: keyword.safeParse(file.keyword).data,
    opens: opens.safeParse(file.opens).data,
    closes: closes.safeParse(file.closes).data,
    decisionOn: decisionOn.safeParse(file.decisionOn).data,
  };
}
