import { Command, CommanderError } from 'commander';
import { ConsultationRefused } from '#consultations';
import { broadcastCommands } from './broadcast.ts';
import { consultationCommands } from './consultation.ts';
import { databaseCommands } from './database.ts';
import { directoryCommands } from './directory.ts';
import { eventsCommands } from './events.ts';
import { personCommands } from './person.ts';
import { placesCommands } from './places.ts';
import { staffCommands } from './staff.ts';
import { talkCommand } from './talk.ts';
import { teamsCommands } from './teams.ts';
import { volunteeringCommands } from './volunteering.ts';

/** The whole command line. Sets the exit code: 0, or 1 with a clear message on the error output. */
export async function runProgram(): Promise<void> {
  const program = new Command('folkmoot')
    .description("A council's listening assistant: the officer's and the operator's command line.")
    .addCommand(consultationCommands())
    .addCommand(broadcastCommands())
    .addCommand(personCommands())
    .addCommand(staffCommands())
    .addCommand(databaseCommands())
    .addCommand(eventsCommands())
    .addCommand(placesCommands())
    .addCommand(teamsCommands())
    .addCommand(volunteeringCommands())
    .addCommand(directoryCommands())
    .addCommand(talkCommand());

  for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
    command.exitOverride().showHelpAfterError('(add --help for what can be done)');
  }

  // Whoever reads what we say may have enough of it ("… | head"): the rest goes unsaid, and what was begun is done.
  process.stdout.on('error', (reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EPIPE') throw reason;
  });

  try {
    await program.parseAsync();
  } catch (reason) {
    if (reason instanceof CommanderError) process.exitCode = reason.exitCode;
    else {
      process.stderr.write(`${inWords(reason)}\n`);
      process.exitCode = 1;
    }
  }
}

function inWords(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  const unknown = reason instanceof ConsultationRefused && reason.code === 'unknown';
  return unknown ? `${reason.message} To see what there is: consultation list` : reason.message;
}
