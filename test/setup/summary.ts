import { writeSync } from 'node:fs';
import type { AggregatedResult } from '@jest/reporters';

/** As the very last line, after Jest's own report: how many tests passed and failed, for whoever reads it by machine. */
// biome-ignore lint/style/noDefaultExport: Jest asks for one.
export default class Summary {
  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    process.once('exit', () => writeSync(process.stdout.fd, `${summaryOf(results)}\n`));
  }
}

type Counts = Pick<
  AggregatedResult,
  'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites' | 'numPendingTests' | 'numTodoTests'
>;

/** A file that does not even load counts as one failed test. */
export function summaryOf({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests }: Counts): string {
  const skipped = numPendingTests + numTodoTests;
  const line = `Tests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
