import type { ThrowAwayServer } from '../../src/database/embedded/throwAway.ts';

/** Under which name the processes that run tests are told of the server. */
export const serverName = 'FOLKMOOT_TEST_SERVER';
export const templateName = 'folkmoot_template';

const held = globalThis as { folkmootTestServer?: ThrowAwayServer };

/** Jest loads the file that starts and the file that stops apart; this is what they share. */
export function keepServer(server: ThrowAwayServer): void {
  held.folkmootTestServer = server;
}

export const keptServer = () => held.folkmootTestServer;

export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
