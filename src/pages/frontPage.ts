import { type Html, html } from '#http/html.ts';
import { textIn } from '#language/languages.ts';
import { chatPart, chatScripts } from './chatPart.ts';
import type { Visit } from './index.ts';
import { laidOut, saying } from './layout.ts';
import type { OpenConsultation, PagesNeeds } from './needs.ts';

/** `/`: the chat, what can be answered now, and the ways to answer without it. */
export function frontPage(needs: PagesNeeds, visit: Visit, open: readonly OpenConsultation[]): Html {
  const say = saying(needs, visit);
  return laidOut(needs, visit, {
    title: say('page.title'),
    look: 'front',
    head: chatScripts,
    main: html`<main>
<div class="intro" id="intro" data-words>
<h1>${say('page.title')}</h1>
<p>${say('page.intro')}</p>
</div>
<div class="columns">
${chatPart(needs, visit)}
<aside id="open" data-words aria-labelledby="open-title">
<h2 id="open-title">${say('page.openNow')}</h2>
${open.length > 0 ? html`<ul class="open">${open.map((each) => item(needs, visit, each))}</ul>` : html`<p>${say('page.nothingOpen')}</p>`}
${needs.forDevelopers ? developers : undefined}
</aside>
</div>
</main>`,
  });
}

function item(needs: PagesNeeds, visit: Visit, { key, title, summary, keyword }: OpenConsultation): Html {
  const say = saying(needs, visit);
  const name = textIn(title, visit.language);
  const lang = `lang=${visit.language}`;
  const named = html`<span class="unseen">: ${name}</span>`;
  return html`<li>
<h3>${name}</h3>
<p>${textIn(summary, visit.language)}</p>
<ul class="ways">
<li><a href="./?start=${encodeURIComponent(keyword)}&${lang}" data-say="${keyword}">${say('page.answerInChat')}${named}</a></li>
<li><a href="c/${key}?${lang}">${say('page.answerOnPages')}${named}</a></li>
${needs.number ? html`<li>${textTo(needs.number, keyword, say('page.orText', { keyword, number: needs.number }))}</li>` : undefined}
</ul>
</li>`;
}

/** The sentence with the number in it as a link that begins the text. */
function textTo(number: string, keyword: string, sentence: string): Html {
  const [before = '', after = ''] = sentence.split(number);
  return html`${before}<a href="sms:${number}?body=${encodeURIComponent(keyword)}">${number}</a>${after}`;
}

const developers = html`<details lang="en-GB"><summary>Try it in a terminal</summary>
<pre tabindex="0"><code>npm run -s folkmoot -- talk --as sms
npm run -s folkmoot -- consultation list
npm run -s folkmoot -- consultation results parks-2027</code></pre>
<p>The chat on another site's page: <a href="example">an example</a>.</p>
</details>`;
