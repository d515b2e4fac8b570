import { type Html, html, type Part } from '#http/html.ts';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { languageLinks } from './languageLinks.ts';
import { layout, type Say, saying } from './layout.ts';
import { linked } from './linked.ts';
import type { Introduced } from './needs.ts';
import { errorSummary, told } from './rendering.ts';

export interface Speaking {
  readonly language: Language;
  readonly words: Words;
}

/** `/c`: what can be answered now. */
export function listPage(open: readonly Introduced[], { language, words }: Speaking, notices: readonly string[] = []): string {
  const say = saying(words, language);
  const title = say('plain.open');
  return layout({
    language,
    say,
    title,
    languages: languageLinks('/c', language),
    main: html`<h1>${title}</h1>
${told(notices)}
${list(open, say, language)}`,
  });
}

export interface Start {
  readonly consultation: Introduced;
  /** The form's own name. */
  readonly name: string;
  readonly notices?: readonly string[];
  /** What they wrote in a form that could not be heard, so that it is not lost. */
  readonly wrote?: string;
  /** A code that opened nothing, and why. */
  readonly refused?: RefusedCode;
}

export interface RefusedCode {
  readonly written: string;
  readonly errors: readonly string[];
}

/** What a consultation is about, how long it takes, and the button that begins it. */
export function startPage({ consultation, name, notices = [], wrote, refused }: Start, { language, words }: Speaking): string {
  const say = saying(words, language);
  const { key, title, summary, decision, maker, decidedOn, lastDay, privacy } = consultation;
  const decides =
    decidedOn === undefined ? say('consultation.whoDecides', { maker }) : say('consultation.whoDecidesWhen', { maker, date: decidedOn });
  const facts = [
    say('consultation.whatIsDecided', { decision }),
    decides,
    say('consultation.openUntil', { date: lastDay }),
    ...(privacy === undefined ? [] : [say('consultation.privacy', { link: privacy })]),
  ];
  return layout({
    language,
    say,
    title: refused ? `${say('plain.error')} ${title}` : title,
    languages: languageLinks(`/c/${key}`, language),
    main: html`${errorSummary(refused?.errors ?? [], say, codeField)}
<h1>${title}</h1>
${told(notices)}
${written(wrote, say)}
<p class="lead">${linked(summary)}</p>
<p>${say('plain.size', { count: consultation.questions, minutes: consultation.minutes })}</p>
<form method="post" action="/c/${key}">
<input type="hidden" name="start" value="${name}"><input type="hidden" name="language" value="${language}">
<div class="buttons"><button>${say('plain.start')}</button></div>
</form>
${facts.map((fact) => html`<p>${linked(fact)}</p>\n`)}
${goingOn({ path: `/c/${key}`, name, refused, say, language })}
<p>${say('plain.cookie')}</p>`,
  });
}

/** What a code looks like: nobody's. */
const codeExample = 'K7M4-RX29-HCF3';

const codeField = 'code';

/** Somebody who began elsewhere, on whatever channel, goes on here. */
function goingOn({ path, name, refused, say, language }: GoingOn): Html {
  const error =
    refused && html`<p id="error" class="error"><span class="unseen">${say('plain.error')}</span> ${refused.errors.join(' ')}</p>`;
  const faulty = refused && html` aria-invalid="true" aria-describedby="error"`;
  return html`<h2>${say('plain.elsewhere')}</h2>
<form method="post" action="${path}">
<input type="hidden" name="start" value="${name}"><input type="hidden" name="language" value="${language}">
<label for="${codeField}">${say('plain.code', { example: codeExample })}</label><br>
${error}
<input type="text" id="${codeField}" name="code" value="${refused?.written ?? ''}" class="code" autocomplete="off" spellcheck="false" autocapitalize="characters"${faulty}>
<div class="buttons"><button class="second">${say('plain.goOnWithCode')}</button></div>
</form>`;
}

interface GoingOn {
  readonly path: string;
  readonly name: string;
  readonly refused: RefusedCode | undefined;
  readonly say: Say;
  readonly language: Language;
}

export interface Problem {
  readonly title: string;
  readonly texts: readonly string[];
  /** Where to go from here. */
  readonly open: readonly Introduced[];
  readonly wrote?: string;
}

/** Something went wrong, or there is nothing here: what it is, in plain words, and what can be answered now. */
export function problemPage({ title, texts, open, wrote }: Problem, { language, words }: Speaking): string {
  const say = saying(words, language);
  return layout({
    language,
    say,
    title,
    languages: languageLinks('/c', language),
    main: html`<h1>${title}</h1>
${told(texts)}
${written(wrote, say)}
${open.length > 0 && html`<h2>${say('plain.open')}</h2>\n${list(open, say, language)}`}`,
  });
}

function list(open: readonly Introduced[], say: Say, language: Language): Html {
  if (open.length === 0) return html`<p>${say('root.nothingOpen')}</p>`;
  const items = open.map(({ key, title, summary, lastDay, ...size }) => {
    const facts = `${say('plain.size', { count: size.questions, minutes: size.minutes })} ${say('consultation.openUntil', { date: lastDay })}`;
    return html`<li><a href="/c/${key}?lang=${language}">${title}</a><br>${summary}<br><span class="hint">${facts}</span></li>
`;
  });
  return html`<ul class="open">
${items}</ul>`;
}

function written(wrote: string | undefined, say: Say): Part {
  return wrote !== undefined && wrote !== '' && html`<h2>${say('plain.youWrote')}</h2>\n<blockquote>${linked(wrote)}</blockquote>`;
}
