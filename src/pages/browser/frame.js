/** The chat in a frame of another site: it closes on Escape, takes the site's colour and has the focus when it opens. */
import { around } from './around.js';

const inFrame = window.parent !== window;
const colour = new URL(location.href).searchParams.get('colour') ?? '';

if (/^#[0-9a-f]{6}$/i.test(colour) && whiteCanBeReadOn(colour)) document.documentElement.style.setProperty('--accent', colour);

if (inFrame) {
  showClose();
  // The language of the page changes what stands at its head.
  new MutationObserver(showClose).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', (event) => {
    if (around(event, '[data-close]')) close();
  });
  document.addEventListener('keydown', (event) => {
    // Within a card it leads out of the card.
    if (event.key === 'Escape' && !event.defaultPrevented && !around(event, '.ac-adaptiveCard')) close();
  });
  window.addEventListener('message', ({ source, data }) => {
    if (source === window.parent && data?.folkmoot === 'opened') document.getElementById('chat-title').focus();
  });
}

/** White words stand on the colour, and it stands on white. https://www.w3.org/TR/WCAG22/#contrast-minimum */
function whiteCanBeReadOn(background) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(background.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
}

function close() {
  window.parent.postMessage({ folkmoot: 'close' }, '*');
}

function showClose() {
  document.getElementById('close').hidden = false;
}
