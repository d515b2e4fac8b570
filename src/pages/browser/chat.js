import { tendAnswers } from './answers.js';
import { activityStatusMiddleware, cardConfig, locales, overrideLocalizedStrings, styleOptions } from './appearance.js';
import { around } from './around.js';
import { throughSleep } from './asleep.js';
import { keep, kept } from './kept.js';
import { showPageIn } from './pageLanguage.js';
import { domain, findPass, holdOn } from './pass.js';
import { hushPast } from './past.js';
import { sendUntilHeard } from './sending.js';

/** Of `botframework-directlinejs`, as numbers. */
const connection = { online: 2, expired: 3, failed: 4, ended: 5 };
/** The client's own token is made new every 15 minutes; another tab, or this page opened again, finds it no later than this. */
const keepEveryMs = 60_000;
/** A history comes message by message: only after the last one is it read out, and the page follows its language. */
const settledMs = 250;

/** @type {(words: string) => void} */
let say = () => undefined;

notice('opening');
listen();
tendAnswers(document.getElementById('webchat'));
begin().catch(() => notice('failed'));

async function begin() {
  const { start, lang } = wished();
  const [WebChat, pass] = await Promise.all([client(), findPass({ ...(start && { start }), lang })]);
  const directLine = WebChat.createDirectLine({ ...pass, domain, ...(pass.conversationId && { watermark: '0' }) });
  if (pass.conversationId) hold(pass.token);
  if (pass.conversationId) past = hushPast(document.getElementById('webchat'), document.getElementById('newest'));
  sendUntilHeard(directLine, () => document.body.dataset.notice || notice('away'));
  const cameBy = start ?? kept()?.start;
  const cameBefore = kept()?.start === start;
  const keepNow = () => keepFrom(directLine, cameBy);
  const keepOn = () => kept() && keepNow();
  const store = WebChat.createStore({}, () => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') keepNow();
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') hear(action.payload.activity);
    return next(action);
  });
  say = (text) => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });

  const lasting = throughSleep(directLine);
  lasting.connectionStatus$.subscribe((status) => {
    if ([connection.expired, connection.failed, connection.ended].includes(status)) notice('ended');
    else if (status === connection.online && document.body.dataset.notice === 'ended') notice();
  });
  setInterval(keepOn, keepEveryMs);
  addEventListener('pagehide', keepOn);

  show(WebChat, { directLine: lasting, store });
  new MutationObserver(() => show(WebChat, { directLine: lasting, store })).observe(document.documentElement, {
    attributeFilter: ['lang'],
  });
  notice(pass.expired ? 'expired' : undefined);
  if (pass.conversationId && start && !cameBefore) sayWhenOnline(directLine, start);
}

let held = false;
/** From now on this tab may sleep for longer than its token holds. */
function hold(token) {
  if (held) return;
  held = true;
  holdOn(token).catch(() => {
    held = false;
  });
}

function show(WebChat, { directLine, store }) {
  WebChat.renderWebChat(
    {
      directLine,
      store,
      styleOptions,
      activityStatusMiddleware,
      adaptiveCardsHostConfig: cardConfig,
      locale: locales[document.documentElement.lang],
      overrideLocalizedStrings,
      nonce: /** @type {HTMLLinkElement} */ (document.querySelector('link[nonce]')).nonce,
    },
    document.getElementById('webchat'),
  );
}

/** The word that somebody came by, where they go on with a chat that they came to by another. */
function sayWhenOnline(directLine, start) {
  let said = false;
  directLine.connectionStatus$.subscribe((status) => {
    if (status !== connection.online || said) return;
    said = true;
    say(start);
  });
}

/** From the first thing that is said on, the chat can be gone on with. The word that opened it has done its work. */
function keepFrom({ token }, start) {
  keep({ token, ...(start && { start }) });
  hold(token);
  const address = new URL(location.href);
  if (!address.searchParams.has('start')) return;
  address.searchParams.delete('start');
  history.replaceState(null, '', address);
}

/** @type {ReturnType<typeof hushPast> | undefined} */
let past;
let settling;
let spoken;
function hear(activity) {
  if (document.body.dataset.notice === 'away') notice();
  past?.comes(activity);
  if (activity.from.role === 'bot' && locales[activity.locale]) spoken = activity.locale;
  clearTimeout(settling);
  settling = setTimeout(settle, settledMs);
}

function settle() {
  past?.ends();
  past = undefined;
  if (spoken) showPageIn(spoken);
  spoken = undefined;
}

/** Whatever has words to say says them in the chat: the buttons beside it, a consultation's link, a language. */
function listen() {
  document.addEventListener('click', (event) => {
    const pressed = around(event, '[data-say], [data-again]');
    if (!pressed) return;
    if (pressed.matches('[data-again]')) return location.reload();
    if (!document.getElementById('webchat').hasChildNodes() || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    say(pressed.dataset.say);
    if (pressed.dataset.language) showPageIn(pressed.dataset.language);
    else if (pressed.matches('a')) document.getElementById('chat-title').focus();
  });
}

/** Shows one notice, or none. @param {string} [name] */
function notice(name = '') {
  document.body.dataset.notice = name;
}

function wished() {
  const { searchParams } = new URL(location.href);
  return { start: searchParams.get('start')?.slice(0, 80), lang: document.documentElement.lang };
}

/** Web Chat is large: it loads while the page can be read. */
function client() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve(/** @type {any} */ (window).WebChat));
    script.addEventListener('error', reject);
    script.src = document.getElementById('client').getAttribute('href');
    document.head.append(script);
  });
}
