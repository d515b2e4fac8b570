/**
 * What a browser keeps of a chat, once its person has said something: a token for it, and the word that they came by last. Two tabs share
 * it; leaving wipes it.
 * @typedef {{ token: string, start?: string }} Kept
 */
const name = 'folkmoot-chat';
/** What other tabs are told by, for a moment. */
const left = 'left';

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

/** @returns {string | undefined} What this tab, and no other, comes back by when the token has run out while it slept. */
export function keptReturnKey() {
  try {
    return sessionStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} key */
export function keepReturnKey(key) {
  try {
    sessionStorage.setItem(name, key);
  } catch {
    // A token that has run out ends the chat in this tab.
  }
}

/** Here: other tabs may still come back to theirs. */
export function forget() {
  try {
    localStorage.removeItem(name);
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Whoever leaves by one tab comes back by none. */
export function forgetEverywhere() {
  try {
    localStorage.setItem(name, left);
  } catch {
    // There is nothing to tell other tabs by.
  }
  forget();
}

addEventListener('storage', ({ key, newValue }) => {
  if (key === name && newValue === left) forget();
});
