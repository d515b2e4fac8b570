import { counted } from '#language/counted.ts';

/** One thing that does not hold in a file that somebody wrote. `path` is empty where the whole file is meant; `line` counts from 1. */
export interface Fault {
  readonly path: string;
  /** Plain English: what is wrong and what to do. */
  readonly reason: string;
  readonly line?: number;
}

/** A file was refused, whole, with every fault named. */
export class DefinitionRefused extends Error {
  readonly code = 'definition-refused';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(counted(faults.length, 'fault'));
    this.name = 'DefinitionRefused';
    this.faults = faults;
  }
}

/** A fault in one line, as the command line prints it: `line 31, questions[2].options[1].key: used twice`. */
export function faultInWords({ path, reason, line }: Fault): string {
  const place = [line === undefined ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return place === '' ? reason : `${place}: ${reason}`;
}
