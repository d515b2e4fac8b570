import { type Language, textIn } from '#language/languages.ts';
import { type Option, preferNotToSay, type Question, type Value } from './definition.ts';
import { noWords, preferNotToSayWords, yesWords } from './fixedWords.ts';

/** An answer in words, as a person reads it back. A skipped question has no words: the empty string. */
export function labelOf(question: Question, value: Value, language: Language): string {
  if (value === null) return '';
  if (value === preferNotToSay && question.aboutYou) return preferNotToSayLabel(question, language);
  switch (question.kind) {
    case 'choice':
      return optionLabel(question.options, String(value), language);
    case 'choices':
      return new Intl.ListFormat(language, { type: 'conjunction' }).format(optionLabels(question.options, value, language));
    case 'ranking':
      return optionLabels(question.options, value, language).join(', ');
    case 'scale':
      return scaleLabel(value, question.labels, language);
    case 'yesNo':
      return textIn(value === true ? yesWords : noWords, language);
    case 'number':
      return typeof value === 'number' ? numberLabel(value, language) : String(value);
    case 'date':
      return dayLabel(String(value), language);
    default:
      return String(value);
  }
}

/** Any about-you question may be answered so, whatever its kind; the file may have its own words for it. */
function preferNotToSayLabel(question: Question, language: Language): string {
  const worded = 'options' in question ? question.options.find(({ key }) => key === preferNotToSay) : undefined;
  return textIn(worded?.label ?? preferNotToSayWords, language);
}

/** `2027-03-10` as "10 March 2027". A day is no instant: it is worked out in UTC, so that no zone moves it. */
export function dayLabel(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

function numberLabel(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value);
}

function scaleLabel(value: Value, labels: Readonly<Record<number, { readonly en: string }>>, language: Language): string {
  const label = labels[Number(value)];
  return label ? `${value} (${textIn(label, language)})` : String(value);
}

function optionLabels(options: readonly Option[], value: Value, language: Language): readonly string[] {
  return Array.isArray(value) ? value.map((key: string) => optionLabel(options, key, language)) : [];
}

/** An option that this version does not have (it was chosen in another version) is shown by its key. */
function optionLabel(options: readonly Option[], key: string, language: Language): string {
  const option = options.find((each) => each.key === key);
  return option ? textIn(option.label, language) : key;
}
