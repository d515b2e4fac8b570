import { hearMobile } from '#language/hearing/phones.ts';

/** Shorter than any number of a landline with its area. Figures. */
const shortestNumber = 9;

/**
 * What somebody is reached by, as it can be compared: a number or an e-mail address, in whichever words it was given ("ring 07700 900123 after
 * six"). Undefined for what is neither.
 */
export function reachOf(words: string): string | undefined {
  const mobile = hearMobile(words);
  if (mobile.ok) return mobile.value;
  const [email] = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/.exec(words) ?? [];
  if (email) return email.toLowerCase();
  const figures = words.replaceAll(/\D/g, '').replace(/^(?:00)?440?/, '0');
  return figures.length >= shortestNumber ? figures : undefined;
}
