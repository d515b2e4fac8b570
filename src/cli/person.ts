import { Command } from 'commander';
import { counted } from '#language/counted.ts';
import { inOffice, print } from './office.ts';
import { eraseCommand, exportCommand } from './personHeld.ts';
import { roleCommand } from './personRole.ts';
import { readingFile } from './readingFile.ts';

/** `person import | role | export | erase`. */
export function personCommands(): Command {
  const person = new Command('person').description('people whom we may write to');
  person
    .command('import')
    .argument('<file>', 'CSV with the columns phone, language, place, topics, wording')
    .description('take in people who agreed elsewhere to be told; a file that does not hold is refused whole, with every fault')
    .action(async (file: string) => {
      const { people, added } = await readingFile(file, (text) => inOffice(({ services }) => services.subscriptions.importPeople(text)));
      print(`${counted(people, 'person', 'people')}, ${added} new.`);
    });
  return person.addCommand(roleCommand()).addCommand(exportCommand()).addCommand(eraseCommand());
}
