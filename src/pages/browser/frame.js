/** The chat in a frame of another site: it closes on Escape, takes the site's colour and has the focus when it opens. */

const inFrame = window.parent !== window;
const colour = new URL(location.href).searchParams.get('colour') ?? '';

if (/^#[0-9a-f]{6}$/i.test(colour)) document.documentElement.style.setProperty('--accent', colour);

if (inFrame) {
  showClose();
  // The language of the page changes what stands at its head.
  new MutationObserver(showClose).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-close]')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  });
  window.addEventListener('message', ({ source, data }) => {
    if (source === window.parent && data?.folkmoot === 'opened') document.getElementById('chat-title').focus();
  });
}

function close() {
  window.parent.postMessage({ folkmoot: 'close' }, '*');
}

function showClose() {
  document.getElementById('close').hidden = false;
}
