import { summaryOf } from '#test/setup/summary.ts';

const none = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };

test('the last line counts the tests; a file that does not load counts as failed, and what was left out is said', () => {
  expect(summaryOf({ ...none, numPassedTests: 123 })).toBe('Tests: 123 passed, 0 failed');
  expect(summaryOf({ ...none, numPassedTests: 1, numFailedTests: 2, numRuntimeErrorTestSuites: 1 })).toBe('Tests: 1 passed, 3 failed');
  expect(summaryOf({ ...none, numPassedTests: 1, numPendingTests: 1, numTodoTests: 1 })).toBe('Tests: 1 passed, 0 failed, 2 skipped');
});
