/** What the buttons, boxes and lists that answer a question need beyond what the client makes of them. */

/**
 * Watches what the client shows.
 * @param {HTMLElement} host Where the client is.
 */
export function tendAnswers(host) {
  new MutationObserver(() => {
    for (const card of host.querySelectorAll(`${answered} .ac-adaptiveCard[role=form]`)) retire(card, host.querySelector('textarea'));
    const card = openCard(host);
    if (card) name(card);
    // Each is in what is read out of the question already.
    host.querySelector('[role=toolbar][aria-live=polite]')?.setAttribute('aria-live', 'off');
  }).observe(host, { childList: true, subtree: true, attributeFilter: ['aria-pressed'] });

  // Leads to the boxes and lists of a card, as the client's own key does to the buttons under a message.
  document.addEventListener('keydown', (event) => {
    if (!isAnswerKey(event) || host.querySelector('[role=toolbar] button')) return;
    const field = /** @type {HTMLElement | undefined} */ (openCard(host)?.querySelector('input, select, button'));
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
}

/** @returns {HTMLElement | null} The card that can be answered, if that is what was asked last. */
const openCard = (host) => host.querySelector('.ac-adaptiveCard[role=form]');

/** A message of ours that has come after: what was asked before it has been answered, or is asked anew. */
const answered = '.webchat__basic-transcript__activity:has(~ * .webchat__stacked-layout:not(.webchat__stacked-layout--from-user))';

/** Alt, Shift and A; on a Mac Control, Option and A. */
function isAnswerKey({ altKey, ctrlKey, shiftKey, code }) {
  return code === 'KeyA' && altKey && (shiftKey || ctrlKey);
}

/**
 * A card that was answered stays to be read, with what was chosen, but nothing on it can be pressed or filled in, and it is no form any more
 * for whoever moves from landmark to landmark. Whoever is on it by keyboard goes on where they can type.
 */
function retire(card, sendBox) {
  if (card.querySelector(':focus-visible')) sendBox?.focus();
  card.setAttribute('role', 'group');
  for (const part of card.querySelectorAll('.ac-input-container, .ac-actionSet')) part.toggleAttribute('inert', true);
}

/** Boxes to tick are a group with the question's name; a button that sends is no switch. */
function name(card) {
  for (const button of card.querySelectorAll('[aria-pressed]')) button.removeAttribute('aria-pressed');
  for (const boxes of card.querySelectorAll('.ac-choiceSetInput-multiSelect:not([role])')) {
    boxes.setAttribute('role', 'group');
    boxes.setAttribute('aria-labelledby', card.querySelector(`label[for="${boxes.id}"]`)?.id ?? '');
    for (const box of boxes.querySelectorAll('input')) {
      // The first is named by the question too, and each alone is said to be required.
      box.setAttribute('aria-labelledby', box.getAttribute('aria-labelledby').trim().split(' ').at(-1));
      box.removeAttribute('aria-required');
    }
  }
}
