import { Command } from 'commander';
import { status } from '#database/migrate.ts';
import { newMigration } from '#database/newMigration.ts';
import { inOffice, print } from './office.ts';

/** `database migrate | status | new`. */
export function databaseCommands(): Command {
  const database = new Command('database').description('bring the tables up to date');
  database
    .command('migrate')
    .description('apply what is pending; the server does so by itself when it starts')
    .action(() => inOffice(async () => print('The database is up to date.')));
  database
    .command('status')
    .description('which migrations are applied')
    .action(() =>
      inOffice(async ({ database: { url } }) => {
        const { applied, pending, unknown, edited } = await status(url);
        for (const [state, names] of Object.entries({ applied, pending, unknown, edited }))
          for (const name of names) print(`${state}  ${name}`);
      }),
    );
  database
    .command('new')
    .argument('<name>', 'a few words in lower case, joined by _')
    .description('write a migration from the difference between prisma/schema.prisma and the migrations')
    .action((name: string) =>
      inOffice(async ({ database: { url } }) => {
        const file = await newMigration(url, { name, now: new Date() });
        print(file ? `written: ${file}` : 'There is nothing to change.');
      }),
    );
  return database;
}
