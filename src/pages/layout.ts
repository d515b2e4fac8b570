import { type Html, html, type Part } from '#http/html.ts';
import { neutralPage } from '#http/neutralPage.ts';
import { type Language, languages } from '#language/languages.ts';
import type { SentenceKey } from '#language/words.ts';
import type { Visit } from './index.ts';
import type { PagesNeeds } from './needs.ts';

/** The languages as their speakers write them, and the word that changes to each in a conversation. */
const switches: Readonly<Record<Language, { readonly name: string; readonly word: string }>> = {
  'en-GB': { name: 'English', word: 'ENGLISH' },
  pl: { name: 'Polski', word: 'POLSKI' },
  ro: { name: 'Română', word: 'ROMANA' },
  lt: { name: 'Lietuvių', word: 'LIETUVIU' },
};

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Scripts and such. */
  readonly head?: Part;
  /** `front`, `framed`, `statement`: what the page looks like. */
  readonly look: 'front' | 'framed' | 'statement';
}

/** Sentences of the visit's language. */
export function saying({ words }: Pick<PagesNeeds, 'words'>, { language }: Visit) {
  return (key: SentenceKey, args?: Parameters<PagesNeeds['words']>[2]) => words(language, key, args);
}

/**
 * A whole page. The parts with `data-words` hold words and are fetched again when the language is changed while the chat goes on; addresses
 * are relative, so that any proxy may stand before us.
 */
export function laidOut(needs: PagesNeeds, visit: Visit, { title, main, head, look }: Page): Html {
  const say = saying(needs, visit);
  const council = needs.council.name ?? say('page.council');
  return html`<!doctype html>
<html lang="${visit.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${council}</title>
<link rel="icon" href="favicon.ico">
<link rel="stylesheet" href="files/folkmoot.css" nonce="${visit.nonce}">
<script type="module" src="files/exit.js"></script>
${head}
</head>
<body class="${look}">
<header id="top" data-words>
<div class="leave">
<a class="exit" id="exit" href="${neutralPage}" rel="noreferrer" data-exit>${say('page.exit')}</a>
<span class="hint">${say('page.exitHint')}</span>
</div>
<div class="brand">
${look === 'front' ? html`<a class="skip" id="to-chat" href="#chat-title">${say('page.skipToChat')}</a>` : undefined}
<p class="council">${look === 'statement' ? html`<a href="./?lang=${visit.language}">${council}</a>` : council}</p>
<nav aria-label="${say('page.languages')}"><ul class="languages">
${languages.map((language) => languageLink(language, visit))}
</ul></nav>
</div>
</header>
${main}
${look === 'framed' ? undefined : footer(needs, visit)}
</body>
</html>
`;
}

function languageLink(language: Language, { language: spoken, path }: Visit): Html {
  const { name, word } = switches[language];
  const here = language === spoken ? html` aria-current="true"` : undefined;
  const address = `.${path}?lang=${language}`;
  return html`<li><a id="language-${language}" href="${address}" lang="${language}" hreflang="${language}" data-language="${language}" data-say="${word}"${here}>${name}</a></li>`;
}

function footer(needs: PagesNeeds, visit: Visit): Html {
  const say = saying(needs, visit);
  const lang = `?lang=${visit.language}`;
  return html`<footer id="foot" data-words>
<nav aria-label="${say('page.legal')}"><ul>
<li><a href="privacy${lang}">${say('page.privacy')}</a></li>
<li><a href="accessibility${lang}">${say('page.accessibility')}</a></li>
</ul></nav>
</footer>`;
}
