/** Leaving at once: by the link at the top of every page, or the Shift key pressed three times. Works without the chat. */
import { around } from './around.js';
import { forgetEverywhere } from './kept.js';

const times = 3;
/** As GOV.UK's "exit this page" does it: presses that are further apart are not meant. */
const withinMs = 5000;

let presses = [];

document.addEventListener('click', (event) => {
  if (!around(event, '[data-exit]')) return;
  event.preventDefault();
  leave();
});

document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift') return;
  presses = [...presses.filter((at) => event.timeStamp - at < withinMs), event.timeStamp];
  if (presses.length === times) leave();
});

// Shift for a capital letter is no sign.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift') presses = [];
});

function leave() {
  const away = document.getElementById('exit').getAttribute('href');
  forgetEverywhere();
  document.body.hidden = true;
  if (window.parent !== window) window.parent.postMessage({ folkmoot: 'exit', away }, '*');
  location.replace(away);
}
