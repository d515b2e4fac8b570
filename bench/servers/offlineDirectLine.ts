import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The peer of web chat, as its README has it: an express application with its routes, beside a bot that is told of every message. */
const { PORT = '', PEER_FOLDER = '', BOT_URL = '' } = process.env;
const require = createRequire(join(PEER_FOLDER, 'here.js'));

interface ExpressApplication {
  get(path: string, answer: (request: unknown, response: { json(body: object): void }) => void): void;
}

const app = require('express')() as ExpressApplication;
app.get('/readyz', (_request, response) => response.json({ ready: true }));
require('offline-directline').initializeRoutes(app, Number(PORT), BOT_URL);
process.once('SIGTERM', () => process.exit());
