import { hearLanguage, languageNames } from '#language/hearing/languageNames.ts';
import { type Language, languages } from '#language/languages.ts';

const names: Record<Language, string> = {
  'en-GB': 'English|english|ENGLISH please|in English|en|angielski|po angielsku|engleză|în engleză|anglų|angliškai|🇬🇧',
  pl: 'POLSKI|polski|Polish|po polsku|po polsku proszę|polish please|pl|poloneză|lenkų|lenkiškai|język polski|🇵🇱',
  ro: 'ROMÂNĂ|romana|Romanian|în română|limba română|românește|rumuński|po rumuńsku|rumunų|ro|🇷🇴',
  lt: 'LIETUVIŲ|lietuviu|lietuviškai|lietuviskai|Lithuanian|lietuvių kalba|litewski|lituaniană|lt|in lithuanian please|🇱🇹',
};

describe('asking for a language', () => {
  it.each(languages.flatMap((language) => names[language].split('|').map((said) => [said, language] as const)))(
    '%j is %s',
    (said, language) => {
      expect(hearLanguage(said)).toBe(language);
    },
  );

  it.each([
    'polish shop',
    'the Polish community',
    'nail polish',
    'hungarian',
    'france',
    '',
    'english lessons',
    'role',
    '1',
    'I teach english',
  ])('%j asks for none', (said) => {
    expect(hearLanguage(said)).toBeUndefined();
  });

  it.each(languages)('by its own name works: %s', (language) => {
    expect(hearLanguage(languageNames[language])).toBe(language);
    expect(hearLanguage(languageNames[language].toUpperCase())).toBe(language);
  });
});
