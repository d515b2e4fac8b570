import { DefinitionRefused, faultInWords } from '#files/fault.ts';
import { textOfFile } from './fileGiven.ts';

/** Does something with a file's text. Throws with every fault, a line each, where it is refused. */
export async function readingFile<Result>(file: string, work: (text: string) => Promise<Result>): Promise<Result> {
  const text = await textOfFile(file);
  try {
    return await work(text);
  } catch (reason) {
    if (!(reason instanceof DefinitionRefused)) throw reason;
    const { length } = reason.faults;
    throw new Error(
      `${file} was refused, ${length === 1 ? 'one fault' : `${length} faults`}:\n${reason.faults.map((fault) => `  ${faultInWords(fault)}`).join('\n')}`,
    );
  }
}
