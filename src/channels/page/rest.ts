import { type Html, html } from '#http/html.ts';
import { firstControl } from './controls.ts';
import { asTyped, type FormName } from './formName.ts';
import type { Say } from './layout.ts';
import type { Introduced } from './needs.ts';

/** The word that we teach for hearing from us, in every language. On a page it leads to a text to their phone. */
const joinWord = 'JOIN';

/** Nothing is asked: they have sent it, or stopped for now. How to open it again, how to hear what comes of it, and how to be forgotten where many share a device. */
export function onwards({ title, keyword }: Pick<Introduced, 'title' | 'keyword'>, form: FormName, say: Say): Html {
  return html`<form method="post" action="${form.path}">
${asTyped(form)}
<div class="buttons"><button class="second" id="${firstControl}" name="press" value="${keyword}">${say('plain.again', { title })}</button></div>
<div class="buttons"><button class="second" name="press" value="${joinWord}">${say('plain.outcomes')}</button></div>
<p><a href="/c">${say('plain.seeAll')}</a></p>
<h2>${say('plain.shared')}</h2>
<p>${say('plain.sharedWhy')}</p>
<div class="buttons"><button class="second" name="forget" value="yes">${say('plain.forget')}</button></div>
</form>`;
}
