import { keptServer } from './server.ts';

/** After all tests: the server and all its databases go. */
// biome-ignore lint/style/noDefaultExport: Jest asks for one.
export default async function stop(): Promise<void> {
  await keptServer()?.stop();
}
