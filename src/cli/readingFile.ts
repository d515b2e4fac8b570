import { DefinitionRefused, faultInWords } from '#files/fault.ts';
import { counted } from '#language/counted.ts';
import { textOfFile } from './fileGiven.ts';

/** Does something with a file's text. Throws with every fault, a line each, where it is refused. */
export async function readingFile<Result>(file: string, work: (text: string) => Promise<Result>): Promise<Result> {
  const text = await textOfFile(file);
  try {
    return await work(text);
  } catch (reason) {
    if (!(reason instanceof DefinitionRefused)) throw reason;
    const { faults } = reason;
    throw new Error(
      [`${file} was refused, ${counted(faults.length, 'fault')}:`, ...faults.map((fault) => `  ${faultInWords(fault)}`)].join('\n'),
    );
  }
}
