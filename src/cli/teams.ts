import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { print } from './office.ts';
import { teamsPackage } from './teamsPackage.ts';

interface PackageOptions {
  readonly out: string;
  readonly council: string;
  readonly privacy?: string;
  readonly terms?: string;
}

/** `teams`: what Microsoft Teams needs to know of the app. */
export function teamsCommands(): Command {
  const teams = new Command('teams').description('Microsoft Teams: see docs/teams.md');
  teams
    .command('package')
    .description("make the app's package, to be uploaded to Teams; its ids come from the environment (MicrosoftAppId, PUBLIC_URL)")
    .requiredOption('--out <file>', 'where to write it, such as folkmoot.zip')
    .option('--council <name>', 'who offers the app, as people see it', 'Folkmoot')
    .option('--privacy <address>', "your privacy notice; by default the server's own")
    .option('--terms <address>', "your terms of use; by default the server's front page")
    .action(async ({ out, council, privacy, terms }: PackageOptions) => {
      const { microsoft, publicUrl } = readConfig(process.env);
      const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
      const privacyUrl = privacy ?? `${publicUrl}/privacy`;
      const app = { appId: microsoft.appId, publicUrl, council, privacyUrl, termsUrl: terms ?? publicUrl, version };
      await writeFile(out, await teamsPackage(app));
      print(`${out} is ready. Upload it in the Teams admin centre, under "Manage apps".`);
    });
  return teams;
}
