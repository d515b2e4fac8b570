import { type Html, html, type Part } from '#http/html.ts';
import { commandWords } from '#language/hearing/commands.ts';
import type { Visit } from './index.ts';
import { saying } from './layout.ts';
import type { PagesNeeds } from './needs.ts';
import { webChat } from './webChat.ts';

/** The buttons beside the chat, in the order in which they stand. */
const moves = ['back', 'skip', 'pause', 'menu', 'help'] as const;

/** What a page with the chat loads. The client comes beside it, and our script puts it to work when it is there. */
export const chatScripts: Html = html`<link rel="preload" id="client" as="script" href=".${webChat.path}">
<script type="module" src="files/chat.js"></script>`;

/** The chat: its notices, the place for the client, and buttons that say what can also be typed. */
export function chatPart(needs: PagesNeeds, visit: Visit, more: Part = undefined): Html {
  const say = saying(needs, visit);
  return html`<section class="chat" aria-labelledby="chat-title">
<div class="chat-head" id="chat-head" data-words>
<h2 id="chat-title" tabindex="-1" aria-describedby="chat-how">${say('page.chat')}</h2>
<p class="unseen" id="chat-how">${say('page.howTo')}</p>
${more}
</div>
<p class="notice" data-when="unscripted">${say('page.noScript')} <a href="c?lang=${visit.language}" target="_blank" rel="noopener">${say('page.answerOnPages')}</a></p>
<div id="notices" role="status" data-words>
<p class="notice" data-when="opening">${say('page.opening')}</p>
<p class="notice" data-when="expired">${say('page.expired')}</p>
<p class="notice" data-when="failed">${say('page.failed')} <button type="button" data-again>${say('page.tryAgain')}</button></p>
<p class="notice" data-when="away">${say('page.away')}</p>
<p class="notice" data-when="ended">${say('page.ended')} <button type="button" data-again>${say('page.tryAgain')}</button></p>
</div>
<p class="unseen" id="newest" role="status"></p>
<div id="webchat"></div>
<div class="moves" id="moves" role="group" aria-label="${say('page.moves')}" data-words>
${moves.map((move) => html`<button type="button" id="move-${move}" data-say="${commandWords[visit.language][move]}">${say(`page.${move}`)}</button>`)}
</div>
</section>`;
}
