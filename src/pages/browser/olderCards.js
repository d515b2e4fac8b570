/**
 * Only the newest card can be answered: those before it stay to be read, with what was chosen, but nothing on them can be pressed or filled
 * in, and they are no forms any more for whoever moves from landmark to landmark.
 * @param {HTMLElement} host Where the client is.
 */
export function retireOlderCards(host) {
  new MutationObserver(() => {
    const cards = host.querySelectorAll('.webchat__basic-transcript__activity .ac-adaptiveCard');
    for (const card of [...cards].slice(0, -1)) {
      if (card.matches('[role=group]')) continue;
      card.setAttribute('role', 'group');
      for (const part of card.querySelectorAll('.ac-input-container, .ac-actionSet')) part.toggleAttribute('inert', true);
    }
  }).observe(host, { childList: true, subtree: true });
}
