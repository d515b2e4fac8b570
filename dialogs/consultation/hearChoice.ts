import { hearOption } from '#language/hearing/options.ts';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** Which of our own options was chosen, if that is beyond doubt: a guess never begins, sends or deletes anything. */
export function hearChoice({ said, language }: Turn, options: readonly AskedOption[]): string | undefined {
  const labelled = options.map(({ key, label }) => ({ key, labels: [label] }));
  const heard = hearOption(said, labelled, language);
  return heard.ok && heard.sure ? heard.value : undefined;
}
