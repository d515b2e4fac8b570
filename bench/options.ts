import { parseArgs } from 'node:util';

/** Whole numbers from the command line, `--rounds 3`; each has a default, and anything else is refused. */
export function readOptions<Names extends string>(
  given: readonly string[],
  defaults: Readonly<Record<Names, number>>,
): Record<Names, number> {
  const names = Object.keys(defaults) as Names[];
  const { values } = parseArgs({ args: [...given], options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) });
  return Object.fromEntries(names.map((name) => [name, wholeNumber(name, values[name] ?? String(defaults[name]))])) as Record<
    Names,
    number
  >;
}

function wholeNumber(name: string, written: unknown): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number from 1`);
  return number;
}
