import type { Counts } from '#consultations/results/counts.ts';
import { counted } from '#language/counted.ts';

/** How many responses there are to a consultation, in a line; those of councils only where there are any. */
export function responsesInWords({ started, partial, submitted, withdrawn, councils }: Counts): string {
  const said = [`${started} started`, `${partial} partial`, `${submitted} submitted`, `${withdrawn} withdrawn`];
  if (councils > 0) said.push(counted(councils, 'by a council', 'by councils'));
  return said.join(', ');
}
