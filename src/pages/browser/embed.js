/** One line on a council's own page: a button, and a panel with the chat in a frame of its own. Keeps nothing and sets no cookie. */
(() => {
  const words = {} /* words */;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { origin } = new URL(script.src);
  const { start, lang, colour = '#0b5563' } = script.dataset;
  const language = (lang || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  const say = words[language] ?? words.en;
  const accent = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0b5563';

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    button { position: fixed; z-index: 2147483647; right: 1rem; bottom: 1rem; min-height: 48px; padding: 0.75rem 1.25rem; border: 2px solid #ffffff;
      border-radius: 999px; background: ${accent}; color: ${inkOn(accent)}; font: 600 1rem/1.25 system-ui, sans-serif; cursor: pointer;
      box-shadow: 0 2px 8px rgb(0 0 0 / 30%); }
    button:focus-visible { outline: 4px solid #0b0c0c; outline-offset: 0; box-shadow: 0 0 0 7px #ffdd00; }
    iframe { position: fixed; z-index: 2147483646; right: 1rem; bottom: 5rem; width: min(26rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 6rem));
      border: 1px solid #505a5f; border-radius: 12px; background: #ffffff; box-shadow: 0 8px 32px rgb(0 0 0 / 30%); }
    iframe[hidden] { display: none; }
    @media (prefers-color-scheme: dark) { iframe { border-color: #667276; background: #171d20; } }
    @media (max-width: 30rem), (max-height: 30rem) {
      iframe { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
      button[aria-expanded='true'] { display: none; }
    }
    @media (prefers-reduced-motion: no-preference) { button { transition: transform 0.15s; } button:hover { transform: translateY(-2px); } }
    @media print { button, iframe { display: none; } }
  `);

  const place = document.createElement('div');
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  const launcher = document.createElement('button');
  launcher.type = 'button';
  launcher.lang = words[language] ? language : 'en';
  root.append(launcher);
  // Without "defer" we may be here before the page is.
  if (document.body) document.body.append(place);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(place));

  let panel;
  let closed = true;
  shut();

  launcher.addEventListener('click', () => (closed ? open() : shut()));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !closed) shut();
  });
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== panel?.contentWindow) return;
    if (data?.folkmoot === 'close') shut();
    if (data?.folkmoot === 'exit' && /^https:\/\//.test(data.away)) location.replace(data.away);
  });

  function open() {
    closed = false;
    launcher.textContent = say.close;
    launcher.setAttribute('aria-expanded', 'true');
    if (panel) {
      panel.hidden = false;
      enter();
    } else panel = frame();
  }

  function shut() {
    const wasOpen = !closed;
    closed = true;
    if (panel) panel.hidden = true;
    launcher.textContent = say.launcher;
    launcher.setAttribute('aria-expanded', 'false');
    if (wasOpen) launcher.focus();
  }

  /** Made when it is first opened: until then nothing is loaded and nobody is told anything. */
  function frame() {
    const address = new URL('/chat', origin);
    if (start) address.searchParams.set('start', start);
    if (words[language]) address.searchParams.set('lang', language);
    address.searchParams.set('colour', accent);
    const made = document.createElement('iframe');
    made.title = say.launcher;
    made.referrerPolicy = 'no-referrer';
    made.allow = '';
    made.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox');
    made.addEventListener('load', enter);
    made.src = address.href;
    root.prepend(made);
    return made;
  }

  /** The focus goes into the panel; the chat in it takes it on. */
  function enter() {
    if (closed) return;
    panel.focus();
    panel.contentWindow.postMessage({ folkmoot: 'opened' }, origin);
  }

  /** Black or white, whichever can be read on a colour. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
  function inkOn(background) {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(background.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#0b0c0c' : '#ffffff';
  }
})();
