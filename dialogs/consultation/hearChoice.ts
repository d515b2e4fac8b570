import { hearOption } from '#language/hearing/options.ts';
import { hearYesNo } from '#language/hearing/yesNo.ts';
import type { AskedOption } from '../asking.ts';
import type { Turn } from '../turn.ts';

/** Which of our own options was chosen. A guess will do to move on: what comes next shows what was understood, and BACK leads back. */
export function hearChoice(turn: Turn, options: readonly AskedOption[]): string | undefined {
  const heard = hear(turn, options);
  return heard.ok ? heard.value : undefined;
}

/** Whether an offer with the options `yes` and `no` was taken, if that is beyond doubt: nobody's consent is guessed, and nothing deleted on a guess. */
export function hearConsent(turn: Turn, options: readonly AskedOption[]): boolean | undefined {
  const heard = hear(turn, options);
  return heard.ok && heard.sure ? heard.value === 'yes' : hearClearYesNo(turn);
}

/** A yes or a no in words that leave no doubt. */
export function hearClearYesNo({ said, language }: Turn): boolean | undefined {
  const heard = hearYesNo(said, language);
  return heard.ok && heard.sure ? heard.value : undefined;
}

function hear({ said, language }: Turn, options: readonly AskedOption[]) {
  const labelled = options.map(({ key, label }) => ({ key, labels: [label] }));
  return hearOption(said, labelled, language);
}
