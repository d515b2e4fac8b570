import { type Html, html, type Part } from '#http/html.ts';
import { dayInWords } from '#language/dates.ts';
import { linksIn } from '#language/linksIn.ts';
import type { SentenceKey } from '#language/words.ts';
import type { Visit } from './index.ts';
import { laidOut, saying } from './layout.ts';
import type { PagesNeeds } from './needs.ts';

/** A page of headings and paragraphs. */
export interface Statement {
  readonly title: SentenceKey;
  readonly changedAt: Date;
  readonly parts: readonly (readonly [heading: SentenceKey, text: SentenceKey])[];
}

export const privacyStatement: Statement = {
  title: 'page.privacy',
  changedAt: new Date('2026-11-29'),
  parts: [
    ['page.privacyWhat', 'page.privacyWhatText'],
    ['page.privacyBrowser', 'page.privacyBrowserText'],
    ['page.privacyAddress', 'page.privacyAddressText'],
    ['page.privacyWho', 'page.privacyWhoText'],
    ['page.privacyDelete', 'page.privacyDeleteText'],
    ['page.privacyExit', 'page.privacyExitText'],
    ['page.privacyAsk', 'page.privacyAskText'],
  ],
};

/** What the Public Sector Bodies Accessibility Regulations 2018 ask for: https://www.legislation.gov.uk/uksi/2018/952/regulation/8 */
export const accessibilityStatement: Statement = {
  title: 'page.accessibility',
  changedAt: new Date('2026-11-29'),
  parts: [
    ['page.accessibilityDo', 'page.accessibilityDoText'],
    ['page.accessibilityKnown', 'page.accessibilityKnownText'],
    ['page.accessibilityOther', 'page.accessibilityOtherText'],
    ['page.accessibilityTested', 'page.accessibilityTestedText'],
    ['page.accessibilityAsk', 'page.accessibilityAskText'],
    ['page.accessibilityLaw', 'page.accessibilityLawText'],
  ],
};

export function statementPage(needs: PagesNeeds, visit: Visit, { title, changedAt, parts }: Statement): Html {
  const say = saying(needs, visit);
  const { contact } = needs.council;
  return laidOut(needs, visit, {
    title: say(title),
    look: 'statement',
    main: html`<main>
<h1>${say(title)}</h1>
${parts.map(([heading, text]) => html`<h2>${say(heading)}</h2>\n<p>${withLinks(say(text))}</p>\n`)}
<p>${withLinks(contact ? say('page.contact', { contact }) : say('page.noContact'))}</p>
<p class="hint">${say('page.updated', { date: dayInWords(changedAt, visit.language) })}</p>
<p><a href="./?lang=${visit.language}">${say('page.toChat')}</a></p>
</main>`,
  });
}

function withLinks(text: string): Part {
  return linksIn(text).map((piece) => (piece.href ? html`<a href="${piece.href}" rel="noreferrer">${piece.text}</a>` : piece.text));
}
