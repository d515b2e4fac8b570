import { enableCompileCache } from 'node:module';
import { readConfig } from './config.ts';

enableCompileCache();
try {
  const config = readConfig(process.env);
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void app.close());
  await app.listen();
} catch (reason) {
  process.stderr.write(`Folkmoot could not start. ${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
