import { plain } from '#language/hearing/clean.ts';
import type { ServiceRecord } from '../record/record.ts';

/** Why a service was found, in its own words. */
export interface Reason {
  readonly by: 'name' | 'term' | 'description' | 'likeness';
  readonly words: string;
}

/** The first that says it of the terms, the name and the description; by likeness where none does, which is a typo. */
export function reasonFor(record: ServiceRecord, searched: readonly string[]): Reason {
  const wanted = searched.map(plain).filter(Boolean);
  const says = (text: string | undefined) => wanted.find((phrase) => ` ${plain(text ?? '')} `.includes(` ${phrase}`));
  const terms = (record.attributes ?? []).flatMap(({ taxonomy_term: term }) => (term ? [term.name] : []));
  const term = terms.find((name) => says(name) !== undefined);
  if (term !== undefined) return { by: 'term', words: term };
  const named = says(record.name);
  if (named !== undefined) return { by: 'name', words: named };
  const described = says(record.description) ?? says(record.eligibility_description);
  return described === undefined ? { by: 'likeness', words: record.name } : { by: 'description', words: described };
}
