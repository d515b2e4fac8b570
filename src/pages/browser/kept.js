/** What a browser keeps of a chat: a token for it, once its person has said something. Two tabs share it; leaving wipes it. */
const name = 'folkmoot-chat';

/** @returns {string | undefined} Nothing too where the browser keeps nothing for us, as some do within frames. */
export function keptToken() {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} token */
export function keepToken(token) {
  try {
    localStorage.setItem(name, token);
  } catch {
    // The chat goes on; a reload begins a new one.
  }
}

export function forgetToken() {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
