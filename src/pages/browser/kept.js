/**
 * What a browser keeps of a chat, once its person has said something: a token for it, and the word that they came by last. Two tabs share
 * it; leaving wipes it.
 * @typedef {{ token: string, start?: string }} Kept
 */
const name = 'folkmoot-chat';

/** @returns {Kept | undefined} Nothing too where the browser keeps nothing for us, as some do within frames. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {Kept} chat */
export function keep(chat) {
  try {
    localStorage.setItem(name, JSON.stringify(chat));
  } catch {
    // The chat goes on; a reload begins a new one.
  }
}

export function forget() {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
