import type { Text } from '#language/languages.ts';

// Words that belong to every consultation, so that labels and exports need no file of sentences.

export const yesWords: Text = { en: 'Yes', pl: 'Tak', ro: 'Da', lt: 'Taip' };
export const noWords: Text = { en: 'No', pl: 'Nie', ro: 'Nu', lt: 'Ne' };

/** Every about-you question offers this. GSS guidance: not wanting to say is an answer, not a blank. */
export const preferNotToSayWords: Text = {
  en: 'Prefer not to say',
  pl: 'Wolę nie odpowiadać',
  ro: 'Prefer să nu spun',
  lt: 'Nenoriu sakyti',
};
