import { type Html, html } from '#http/html.ts';
import { chatPart, chatScripts } from './chatPart.ts';
import type { Visit } from './index.ts';
import { laidOut, saying } from './layout.ts';
import type { PagesNeeds } from './needs.ts';

/** `/chat`: the chat alone, as it stands in a frame on another site. */
export function chatPage(needs: PagesNeeds, visit: Visit): Html {
  const say = saying(needs, visit);
  const close = html`<button type="button" class="close" id="close" data-close hidden>${say('page.closeChat')}</button>`;
  return laidOut(needs, visit, {
    title: say('page.chat'),
    look: 'framed',
    head: html`<script type="module" src="files/frame.js"></script>
${chatScripts}`,
    main: html`<main>
<h1 class="unseen" id="title" data-words>${say('page.title')}</h1>
${chatPart(needs, visit, close)}
</main>`,
  });
}
