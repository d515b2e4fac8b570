import type { Page } from 'playwright-core';

/**
 * From now on keeps every piece of text that is put where a screen reader says it by itself. Piece by piece, because some say the pieces
 * of one message in an order of their own: what is to be heard as one must be one.
 */
export const listen = (page: Page): Promise<void> => page.evaluate(listening);

/** The same from when a page is opened again. */
export const listenFromTheStart = (page: Page) => page.addInitScript(listening);

const listening = `(() => {
    window.heard = [];
    const live = '[aria-live], [role=log], [role=status], [role=alert]';
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of addedNodes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
          if (!region || region.getAttribute('aria-live') === 'off' || !region.checkVisibility()) continue;
          const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          for (let text = node.nodeType === 3 ? node : texts.nextNode(); text; text = texts.nextNode())
            if (text.data.trim()) window.heard.push(text.data.trim());
        }
    }).observe(document, { childList: true, subtree: true });
  })()`;

/** What was said since the last time, in order. */
export const heard = (page: Page): Promise<readonly string[]> => page.evaluate('window.heard.splice(0)');
