/**
 * A history that comes back all at once is not read out, only what was said last of it.
 * @param {HTMLElement} host Where the client is.
 * @param {HTMLElement} newest What is put there is read out.
 */
export function hushPast(host, newest) {
  let last;
  const setLive = (live) => host.querySelector('.webchat__live-region-transcript')?.setAttribute('aria-live', live);
  return {
    /** Of each message, before it is shown. */
    comes(activity) {
      setLive('off');
      if (activity.from.role === 'bot') last = activity;
    },
    /** When all of it is there. */
    ends() {
      setLive('polite');
      newest.textContent = last?.channelData?.['webchat:fallback-text'] ?? (last?.textFormat === 'plain' ? last.text : '');
    },
  };
}
