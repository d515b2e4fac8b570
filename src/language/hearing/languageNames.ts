import type { Language } from '#language/languages.ts';
import { plain } from './clean.ts';

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { 'en-GB': 'English', pl: 'Polski', ro: 'Română', lt: 'Lietuvių' };

/** The language that the whole message asks for, by any of its names in any of ours; "polish", "po polsku proszę", "🇵🇱". */
export function hearLanguage(said: string): Language | undefined {
  const heard = plain(said);
  if (heard.length > 50) return undefined;
  const name = heard
    .replace(/^(in|into|w jezyku|po|limba|in limba|kalba|speak|i speak|switch to|change to|use|mowie|vorbesc|kalbu|jezyk|language) /, '')
    .replace(/ (please|pls|prosze|va rog|te rog|prasau|language|kalba|jezyk)$/, '');
  return names.get(heard) ?? names.get(name);
}

const names: ReadonlyMap<string, Language> = new Map(
  (
    [
      [
        'en-GB',
        'english, en, eng, inglish, angielski, angielsku, po angielsku, angielskim, engleza, in engleza, englezeste, anglu, angliskai, anglu kalba, 🇬🇧, 🇺🇸',
      ],
      [
        'pl',
        'polish, pl, polski, polska, polsku, po polsku, polskim, polskiego, poloneza, in poloneza, polona, poloneste, lenku, lenkiskai, 🇵🇱',
      ],
      ['ro', 'romanian, ro, romana, romaneste, in romana, limba romana, rumunski, rumunsku, po rumunsku, rumunu, rumuniskai, rumanian, 🇷🇴'],
      [
        'lt',
        'lithuanian, lt, lietuviu, lietuviskai, lietuviu kalba, lietuva, litewski, litewsku, po litewsku, lituaniana, in lituaniana, lituanian, 🇱🇹',
      ],
    ] as const
  ).flatMap(([language, list]) => list.split(', ').map((name) => [plain(name), language] as const)),
);
