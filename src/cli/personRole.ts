import { Command, Option } from 'commander';
import { type CouncilRoleName, councilRoleNames } from '#people/councils/index.ts';
import { inOffice, print } from './office.ts';

interface RoleOptions {
  readonly council: string;
  readonly role?: CouncilRoleName;
  readonly remove?: true;
}

/** `person role`: who may send a council's formal response. */
export function roleCommand(): Command {
  return new Command('role')
    .argument('<contact>')
    .description("record who may send a council's formal response; <contact> is a number (+447700900123) or an Entra object id")
    .requiredOption('--council <place>', 'the council, as the key of its place: parish:thornby')
    .addOption(new Option('--role <role>', 'what they are there').choices(councilRoleNames))
    .option('--remove', 'they are it no longer')
    .action(async (contact: string, { council, role, remove }: RoleOptions) => {
      if (!/^[a-z]+:[a-z0-9-]+$/.test(council)) throw new Error('--council must be the key of a place, such as parish:thornby.');
      await inOffice(async ({ services }) => {
        if (remove) await services.councils.dismiss(contact, council);
        else if (role) await services.councils.appoint(contact, council, role);
        else throw new Error(`Say what they are: --role ${councilRoleNames.join(' or --role ')}, or --remove.`);
      });
      print(remove ? `${contact} no longer responds for ${council}.` : `${contact} may respond for ${council}, as its ${role}.`);
    });
}
