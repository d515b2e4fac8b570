import { recognizedBoolean, recognizedDate } from './recognizers.ts';

/** Runs the recognizers once, at start, so that the first resident does not wait for them: the first date takes some 150 ms. */
export function warmHearing(): void {
  recognizedBoolean('surely yes');
  recognizedDate('two days after tomorrow', '2026-01-01');
}
