import { type Html, html } from '#http/html.ts';
import { firstControl } from './controls.ts';
import { asTyped, type FormName } from './formName.ts';
import type { Say } from './layout.ts';
import type { Introduced } from './needs.ts';
import { told } from './rendering.ts';

/** They stop in the middle. Nothing needs to be said for it: they go on at the first question without an answer, whenever they come. */
export function pausing({ lastDay }: Pick<Introduced, 'lastDay'>, form: FormName, say: Say): Html {
  return html`${told([say('plain.stopped', { date: lastDay })])}
<p><a class="button" href="${form.path}">${say('plain.goOn')}</a></p>
<p><a href="/c">${say('plain.seeAll')}</a></p>
<form method="post" action="${form.path}">
${asTyped(form)}
${forgetting(say)}
</form>`;
}

/** All is said: what we said last, and how to open it again, to change or to take back what was sent. */
export function onwards(
  { title, keyword }: Pick<Introduced, 'title' | 'keyword'>,
  texts: readonly string[],
  form: FormName,
  say: Say,
): Html {
  return html`${told(texts)}
<p><a href="/c">${say('plain.seeAll')}</a></p>
<form method="post" action="${form.path}">
${asTyped(form)}
<div class="buttons"><button class="second" id="${firstControl}" name="press" value="${keyword}">${say('plain.again', { title })}</button></div>
${forgetting(say)}
</form>`;
}

/** Many share a device: at a library, at home. */
function forgetting(say: Say): Html {
  return html`<h2>${say('plain.shared')}</h2>
<p>${say('plain.sharedWhy')}</p>
<div class="buttons"><button class="second" name="forget" value="yes">${say('plain.forget')}</button></div>`;
}
