import { enableCompileCache } from 'node:module';
import { readConfig } from './config.ts';

/** Nothing acknowledged is lost by leaving: what is not recorded by now is waiting for a database that does not answer. */
const longestStopMs = 30_000;

enableCompileCache();
try {
  const config = readConfig(process.env);
  const { createApp } = await import('./app.ts');
  const starting = createApp(config);
  let stopping = false;
  // Ctrl-C under npm comes twice, from the terminal and from npm: however often we are asked, we stop once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  const app = await starting;
  if (!stopping) await app.listen();

  function stop(): void {
    stopping = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    starting.then((started) => started.close()).catch(say('stop cleanly'));
  }
} catch (reason) {
  say('start')(reason);
}

function say(what: string) {
  return (reason: unknown): void => {
    process.stderr.write(`Folkmoot could not ${what}. ${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exitCode = 1;
  };
}
