import { type Html, html, type Part } from '#http/html.ts';
import { neutralPage } from '#http/neutralPage.ts';
import type { Language } from '#language/languages.ts';
import type { SentenceArguments, SentenceKey, Words } from '#language/words.ts';

/** Sentences of ours in the language of a page. */
export type Say = (key: SentenceKey, args?: SentenceArguments) => string;

export function saying(words: Words, language: Language): Say {
  return (key, args) => words(language, key, args);
}

export interface Layout {
  readonly language: Language;
  readonly say: Say;
  /** What the page is, before the name of the site. */
  readonly title: string;
  /** How to change the language. */
  readonly languages: Html;
  readonly main: Part;
}

/** A whole page. No script at all; it reads in order with no style sheet. */
export function layout({ language, say, title, languages, main }: Layout): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${say('plain.site')}</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<a class="skip" href="#main">${say('plain.toMain')}</a>
<header><p class="leave"><a class="exit" href="${neutralPage}" rel="noreferrer">${say('page.exit')}</a></p>
<div class="band"><div class="width">
<a class="site" href="/c">${say('plain.site')}</a>
<nav aria-label="${say('plain.languages')}">${languages}</nav>
</div></div></header>
<main id="main" class="width" tabindex="-1">
${main}
</main>
<footer class="width"><ul>
<li><a href="/?lang=${language}">${say('plain.chat')}</a></li>
<li><a href="/accessibility?lang=${language}">${say('plain.accessibility')}</a></li>
<li><a href="/privacy?lang=${language}">${say('plain.privacy')}</a></li>
</ul></footer>
</body>
</html>
`.text;
}
