#!/usr/bin/env node
// Starts Folkmoot's command line with the Node that npm installed beside it: the one that runs this file may be too old
// for TypeScript. Plain JavaScript, for Node 18 and later.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const local = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const node = [local('node_modules/node/bin/node'), local('node_modules/node/bin/node.exe')].find(existsSync);

if (node === undefined) {
  process.stderr.write(`Folkmoot is not installed yet: run "npm ci" in ${local('')} first.\n`);
  process.exit(1);
}

const child = spawn(node, [local('src/cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });

// Ctrl-C in a terminal reaches the child by itself; what is sent to us alone is passed on. We end when the child has.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('error', (error) => {
  process.stderr.write(`Folkmoot could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
