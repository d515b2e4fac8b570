import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/folkmoot.js', import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A copy of the project as far as the starter sees it, with a command line of the test's own. */
async function projectWith(commandLine: string | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-bin-'));
  folders.push(folder);
  await cp(bin, join(folder, 'bin', 'folkmoot.js'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  if (commandLine === undefined) return folder;
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
  await symlink(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  await writeFile(join(folder, 'src', 'cli.ts'), commandLine);
  return folder;
}

function start(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(folder, 'bin', 'folkmoot.js'), ...args], { cwd: tmpdir(), env: { PATH: process.env.PATH } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data));
  child.stderr.on('data', (data: Buffer) => (said.err += data));
  const done = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  return { child, done };
}

test('the command line gets its words as they were typed, from any folder, and its exit code is ours', async () => {
  const folder = await projectWith(
    'const words: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify(words)); process.exitCode = 7;',
  );
  expect(await start(folder, 'results', 'parks 2027', '--format', 'csv').done).toEqual({
    code: 7,
    signal: null,
    out: '["results","parks 2027","--format","csv"]\n',
    err: '',
  });
});

test('a request to stop reaches the command line, which ends in its own time', async () => {
  const folder = await projectWith(`process.once('SIGTERM', () => { console.log('stopped'); clearInterval(timer); });
    const timer = setInterval(() => undefined, 1000); console.log('started');`);
  const { child, done } = start(folder);
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await done).toMatchObject({ code: 0, out: 'started\nstopped\n' });
});

test('without its packages it says what to do', async () => {
  const { code, err } = await start(await projectWith(undefined)).done;
  expect(code).toBe(1);
  expect(err).toMatch(/^Folkmoot is not installed yet: run "npm ci" in .* first\.\n$/);
});
