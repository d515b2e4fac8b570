import { forget, kept } from './kept.js';

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
  if (token === undefined) return ask('tokens/generate', {}, wish).then(newOne);
  const response = await post('tokens/refresh', { Authorization: `Bearer ${token}` });
  if (response.ok) return response.json();
  if (response.status !== 401 && response.status !== 403) throw new Error(`tokens/refresh: ${response.status}`);
  forget();
  return { ...newOne(await ask('tokens/generate', {}, wish)), expired: true };
}

/** A new conversation begins when the client asks for it, with the token alone. */
const newOne = ({ token }) => ({ token });

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
