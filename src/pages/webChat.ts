import { readFileSync } from 'node:fs';

const folder = new URL('../../node_modules/botframework-webchat/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string };

/**
 * Microsoft's client as it comes, with Adaptive Cards and Markdown. Its address names its version, so that a browser keeps it until there is
 * another.
 */
export const webChat = { path: `/files/webchat-${version}.js`, at: new URL('dist/webchat.js', folder) } as const;
