import { Command } from 'commander';
import { staffRoles } from '#staff';
import { inOffice, print } from './office.ts';

/** `staff add | remove | list | audit`. */
export function staffCommands(): Command {
  const staff = new Command('staff').description('who works here: a broadcast takes two of them');
  staff
    .command('add')
    .argument('<email>')
    .requiredOption('--role <role>', `one of ${staffRoles.join(', ')}`)
    .description('add somebody, or change their role')
    .action(async (email: string, { role }: { role: string }) => {
      const added = await inOffice(({ services }) => services.staff.add(email, role));
      print(`${added.email}: ${added.role}.`);
    });
  staff
    .command('remove')
    .argument('<email>')
    .description('they cannot do anything any more; what they did stays')
    .action(async (email: string) => {
      await inOffice(({ services }) => services.staff.remove(email));
      print(`${email}: removed.`);
    });
  staff
    .command('list')
    .description('everybody and their role')
    .action(async () => {
      const all = await inOffice(({ services }) => services.staff.list());
      if (all.length === 0) print('Nobody yet. To begin: staff add EMAIL --role officer');
      for (const { email, role } of all) print(`${email}  ${role}`);
    });
  staff
    .command('audit')
    .description('what staff did that others must be able to look up, the newest first; it names no resident')
    .action(async () => {
      const all = await inOffice(({ services }) => services.staff.audit());
      if (all.length === 0) print('Nothing yet.');
      for (const { at, by, what, detail } of all) print(`${at.toISOString()}  ${by}  ${what}  ${JSON.stringify(detail)}`);
    });
  return staff;
}
