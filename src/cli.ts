import { Command, CommanderError } from 'commander';
import { consultationCommands } from './cli/consultation.ts';
import { databaseCommands } from './cli/database.ts';
import { talkCommand } from './cli/talk.ts';

const program = new Command('folkmoot')
  .description("A council's listening assistant: the officer's and the operator's command line.")
  .addCommand(consultationCommands())
  .addCommand(databaseCommands())
  .addCommand(talkCommand());

for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
  command.exitOverride().showHelpAfterError('(add --help for what can be done)');
}

try {
  await program.parseAsync();
} catch (reason) {
  if (reason instanceof CommanderError) process.exitCode = reason.exitCode;
  else {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exitCode = 1;
  }
}
