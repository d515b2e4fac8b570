import { daysBefore } from './texting.ts';

/**
 * How long anything is known of an approach, in days from when it was due: to whom, with which words, and what became of it. Longer than a
 * provider takes to say that, than any month, as a group is asked once in each, and than texts that are asked for are counted.
 */
export const keptDays = 35;

/** What was due before this is forgotten, sent or not. */
export function forgottenBefore(now: Date): Date {
  return daysBefore(now, keptDays);
}
