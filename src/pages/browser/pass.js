import { forget, keepReturnKey, kept, keptReturnKey } from './kept.js';

/**
 * A token, and the conversation where it goes on with one that this browser has begun before.
 * @typedef {{ token: string, conversationId?: string, expired?: boolean }} Pass
 */

export const domain = new URL('v3/directline', document.baseURI).href;

/**
 * The pass of the chat that is kept, made new; else one for a new chat. Rejects where we cannot be reached.
 * @param {{ start?: string, lang: string }} wish
 * @returns {Promise<Pass>}
 */
export async function findPass(wish) {
  const token = kept()?.token;
  const hadOne = token !== undefined || keptReturnKey() !== undefined;
  const pass = (await exchanged('tokens/refresh', token)) ?? (await returned());
  if (pass) return pass;
  if (hadOne) forget();
  const { token: fresh } = await ask('tokens/generate', {}, wish);
  // A new conversation begins when the client asks for it, with the token alone.
  return { token: fresh, ...(hadOne && { expired: true }) };
}

/**
 * The pass of the chat that this tab has shown, though its token has run out.
 * @returns {Promise<Pass | undefined>} Nothing where it may not come back.
 */
export async function returned() {
  const pass = await exchanged('tokens/return', keptReturnKey());
  if (pass) keepReturnKey(pass.returnKey);
  return pass;
}

/** Keeps a key for this tab. @param {string} token One that holds. */
export async function holdOn(token) {
  const pass = await exchanged('tokens/return', token);
  if (pass) keepReturnKey(pass.returnKey);
}

/** What is given for a token or a key; nothing where it does not hold, or there is none. */
async function exchanged(path, held) {
  if (held === undefined) return undefined;
  const response = await post(path, { Authorization: `Bearer ${held}` });
  if (response.ok) return response.json();
  if (response.status !== 401 && response.status !== 403) throw new Error(`${path}: ${response.status}`);
  return undefined;
}

async function ask(path, headers, body) {
  const response = await post(path, headers, body);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function post(path, headers, body = {}) {
  return fetch(`${domain}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
