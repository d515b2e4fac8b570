import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../../bench/folder.ts';
import { drive } from '../../bench/load/drive.ts';
import { driveChats, openChats } from '../../bench/load/driveChats.ts';
import { people, turnsEach } from '../../bench/load/people.ts';
import { directLine, openStreamedChat } from '../../bench/load/streamedChat.ts';
import { generateClient } from '../../bench/peer/client.ts';
import { startServer } from '../../bench/processes/server.ts';

describe('what the benchmark compares with', () => {
  test.each(['form', 'echo'])('the floor "%s" says back every signed text', async (name) => {
    const server = await startServer({ name, script: `bench/servers/${name}.ts`, environment: {} });
    try {
      const { turns } = await drive({ port: server.port, connections: 2, people: people(0, 4), expects: ({ said }) => [said] });
      expect(turns).toBe(4 * turnsEach);
      expect(await unsigned(server.port)).toBe(403);
    } finally {
      await server.stop();
    }
  });

  test.each([
    ['with its tokens checked', { TOKEN_KEY: 'a key for tests' }],
    ['without', {}],
  ])('the floor of web chat says back every message over its web socket, %s', async (_how, environment: { TOKEN_KEY?: string }) => {
    const server = await startServer({ name: 'stream', script: 'bench/servers/stream.ts', environment });
    try {
      const open: Parameters<typeof openChats>[0]['open'] = (line) => openStreamedChat(line, server.port);
      const chats = await openChats({ portOf: () => server.port, lanes: 2, people: people(0, 4), open });
      const { turns } = await driveChats(chats, ({ said }) => [said]);
      chats.close();
      expect(turns).toBe(4 * turnsEach);
      expect(await forged(server.port)).toBe(403);
    } finally {
      await server.stop();
    }
  });

  test('the peer asks the same questions and takes the same answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'folkmoot-peer-'));
    const client = join(folder, 'client');
    await generateClient(client);
    const environment = { DATA_DIR: join(folder, 'peer'), PEER_CLIENT: client };
    const server = await startServer({ name: 'peer', script: 'bench/servers/samplePattern.ts', environment });
    try {
      const { turns } = await drive({ port: server.port, connections: 2, people: people(0, 12) });
      expect(turns).toBe(12 * turnsEach);
    } finally {
      await server.stop();
      await removeFolder(folder);
    }
  });
});

async function unsigned(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/sms/inbound`, {
    method: 'POST',
    body: new URLSearchParams({ Body: 'hello' }),
  });
  await response.arrayBuffer();
  return response.status;
}

async function forged(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${directLine}/conversations/other/activities`, {
    method: 'POST',
    headers: { Authorization: 'Bearer forged', 'Content-Type': 'application/json' },
    body: '{}',
  });
  await response.arrayBuffer();
  return response.status;
}
