import { commands, commandWords, hearCommand } from '#language/hearing/commands.ts';
import { hearOptOut } from '#language/hearing/optOut.ts';
import { type Language, languages } from '#language/languages.ts';

const heard: Record<Language, Record<string, string>> = {
  'en-GB': {
    back: 'BACK|back|go back|Go back please|previous|previous question|bakc|abck|baack',
    skip: 'skip|SKIP.|skip this one|next question|skpi|skiip|skip it please',
    pause: 'pause|later|not now|finish later|puase|pasue|do it later',
    menu: 'menu|main menu|start again|start over|mneu|meun|restart|back to the menu',
    help: '?|??| ? |help|help me|info|what can you do|what can you do?|how does this work?|hlep|what do i do',
    more: 'more|show more|tell me more|mroe|moer|read more',
  },
  pl: {
    back: 'WSTECZ|wstecz|cofnij|wróć|wroc|go back|back|wstez',
    skip: 'POMIN|pomiń|pomijam|skip|pomiń to pytanie|pomiin',
    pause: 'pauza|później|pozniej|nie teraz|later',
    menu: 'menu|menu główne|od nowa',
    help: '?|pomoc|pomóż mi|help|nie rozumiem|jak to działa',
    more: 'więcej|wiecej|WIĘCEJ!|more|pokaż więcej',
  },
  ro: {
    back: 'înapoi|inapoi|INAPOI|back|inapio',
    skip: 'sari|sari peste|săriți peste|skip|mai departe',
    pause: 'pauză|pauza|mai târziu|nu acum|later',
    menu: 'meniu|meniul principal|menu|de la început',
    help: '?|ajutor|ajutați-mă|help|nu înțeleg',
    more: 'mai mult|MAI MULT|mai multe|detalii|more',
  },
  lt: {
    back: 'atgal|ATGAL|grįžti|grizti|back|atgla',
    skip: 'praleisti|PRALEISTI|praleisk|skip|praleisit',
    pause: 'pauzė|pauze|vėliau|veliau|ne dabar|later',
    menu: 'meniu|pagrindinis meniu|menu|iš naujo',
    help: '?|pagalba|padėkite|help|nesuprantu',
    more: 'daugiau|DAUGIAU|more|rodyti daugiau',
  },
};

const cases = languages.flatMap((language) =>
  Object.entries(heard[language]).flatMap(([command, said]) => said.split('|').map((words) => [language, words, command] as const)),
);

const answers =
  `men|mend|bank|pack|black|lack|sack|race|ship|slip|skin|cause|store|bore|none|mode|held|heel|water|lager|alter|home|help with food|i need help with rent|more buses|back garden|the back door|skip hire|menu at the cafe|1|b|yes|no|weekly
every week|stop|end|cancel|quit|Parks|later than usual|hardly ever|bus|backs onto a park|a|go|next week|last Tuesday|`.split(/\||\n/);

describe('commands', () => {
  it.each(cases)('in %s, %j is %s', (language, said, command) => {
    expect(hearCommand(said, language)).toBe(command);
  });

  it.each(answers)('%j is an answer, not a command', (said) => {
    for (const language of languages) expect(hearCommand(said, language)).toBeUndefined();
  });

  it.each(languages)('as they are taught in %s are heard there, fit a cheap text and opt nobody out', (language) => {
    for (const command of commands) {
      const word = commandWords[language][command];
      expect(hearCommand(word, language)).toBe(command);
      expect(word).toMatch(/^[A-Z ?]+$/);
      expect(hearOptOut(word)).toBeUndefined();
    }
  });

  it('are not heard in a language that is not set, but for English', () => {
    expect(hearCommand('wstecz', 'en-GB')).toBeUndefined();
    expect(hearCommand('atgal', 'pl')).toBeUndefined();
  });
});
