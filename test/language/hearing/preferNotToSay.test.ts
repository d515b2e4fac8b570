import { hearPreferNotToSay } from '#language/hearing/preferNotToSay.ts';
import { type Language, languages } from '#language/languages.ts';

const declines: Record<Language, string> = {
  'en-GB':
    "prefer not to say|Prefer not to say.|I'd prefer not to say|I would rather not say|rather not|pnts|prefer not|no comment|none of your business|not telling you that... no comment|private|that's private|pass|I don't want to say|prefer not to sya|perfer not to say|I prefer not to answer please|decline to answer",
  pl: 'wolę nie mówić|wole nie mowic|wolę nie odpowiadać|nie chcę odpowiadać|nie chce podawac|nie powiem|bez odpowiedzi|to prywatne|wolałabym nie mówić|prefer not to say',
  ro: 'prefer să nu spun|prefer sa nu spun|prefer să nu răspund|nu vreau să spun|nu doresc să răspund|nu spun|e personal|refuz să răspund|prefer not to say',
  lt: 'nenoriu sakyti|nenoriu atsakyti|nenorėčiau sakyti|nenoreciau sakyti|verčiau nesakysiu|nesakysiu|nepageidauju atsakyti|tai privatu|prefer not to say',
};
const answers: Record<Language, string> = {
  'en-GB': 'no|yes|I prefer to say it|I want to say something|prefer to walk|1|skip|not sure|passable|private school|I passed|',
  pl: 'nie|nie wiem|chcę odpowiadać|wolę mówić|tak',
  ro: 'nu|nu știu|vreau să spun|prefer să spun|da',
  lt: 'ne|nežinau|noriu sakyti|noriu atsakyti|taip|norėčiau sakyti',
};
const rows = (table: Record<Language, string>) =>
  languages.flatMap((language) => table[language].split('|').map((said) => [language, said] as const));

describe('declining to answer', () => {
  it.each(rows(declines).filter(([, said]) => !said.includes('...')))('in %s is heard in %j', (language, said) => {
    expect(hearPreferNotToSay(said, language)).toBe(true);
  });

  it.each(rows(answers))('in %s is not heard in %j', (language, said) => {
    expect(hearPreferNotToSay(said, language)).toBe(false);
  });
});
