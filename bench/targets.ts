import { hundredths } from './table.ts';

/** A figure that must be at least, or at most, so much. */
export interface Target {
  readonly says: string;
  readonly figure: number;
  readonly least?: number;
  readonly most?: number;
}

/** Says of each target whether it is met; true where all are. A figure that is missing meets nothing. */
export function report(targets: readonly Target[]): boolean {
  for (const target of targets) process.stdout.write(`${isMet(target) ? 'met   ' : 'MISSED'}  ${inWords(target)}\n`);
  return targets.every(isMet);
}

export function isMet({ figure, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Target): boolean {
  return figure >= least && figure <= most;
}

function inWords({ says, figure, least, most }: Target): string {
  return `${says}: ${hundredths(figure)} (${least === undefined ? `at most ${most}` : `at least ${least}`})`;
}
