import { hearOption } from '#language/hearing/options.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** Which of our own options was chosen. A guess will do to move on: what comes next shows what was understood, and BACK leads back. */
export function hearChoice(turn: Turn, options: readonly AskedOption[]): string | undefined {
  const heard = hear(turn, options);
  return heard.ok ? heard.value : undefined;
}

/** Whether the first of two options was agreed to, if that is beyond doubt: nobody's consent is guessed, and nothing deleted on a guess. */
export function hearConsent(turn: Turn, options: readonly AskedOption[]): boolean | undefined {
  const heard = hear(turn, options);
  return heard.ok && heard.sure ? heard.value === options[0]?.key : hearClearYesNo(turn);
}

/** A yes or a no in words that leave no doubt. */
export function hearClearYesNo({ said, language }: Turn): boolean | undefined {
  const heard = hearYesNo(said, language);
  return heard.ok && heard.sure ? heard.value : undefined;
}

/** Our own keys are English words, understood in every language; but "no" is Polish for "well", and no refusal. */
function hear({ said, language }: Turn, options: readonly AskedOption[]) {
  const labelled = options.map(({ key, label }) => ({ key, labels: key === 'no' ? [label] : [label, key] }));
  return hearOption(said, labelled, language);
}
