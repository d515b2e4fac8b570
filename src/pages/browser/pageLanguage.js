/** The page's own words follow the conversation's language: the parts that hold words are fetched in the other language and put in place. */

/** @param {string} language Such as `pl`. */
export async function showPageIn(language) {
  if (document.documentElement.lang === language) return;
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = document.activeElement?.id;
  for (const part of document.querySelectorAll('[data-words]')) {
    const there = fresh.getElementById(part.id);
    if (there) part.replaceWith(there);
  }
  document.documentElement.lang = language;
  document.title = fresh.title;
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  history.replaceState(null, '', address);
}
