import type { Option } from '#consultations/definition.ts';
import { type Language, textIn } from '#language/languages.ts';
import type { AskedOption } from '../asking.ts';

/** Options as they are shown. */
export function shown(options: readonly Option[], language: Language): readonly AskedOption[] {
  return options.map(({ key, label }) => ({ key, label: textIn(label, language) }));
}

/** Options as they are heard: by the label in the person's language or in English. */
export function hearable(options: readonly Option[], language: Language): { key: string; labels: string[] }[] {
  return options.map(({ key, label }) => ({ key, labels: [...new Set([textIn(label, language), label.en])] }));
}
