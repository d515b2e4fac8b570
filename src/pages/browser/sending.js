/** What the client's `postActivity` gives in place of an id where nobody was reached. */
const notReached = 'retry';
const againAfterMs = 3000;
/** The client shows for this long that a message is on its way, and only then that it failed: see `sendTimeout`. */
export const onItsWayMs = 120_000;
/** Nothing of ours is under way any more when the client offers to send the message anew, under another name. */
const insistForMs = onItsWayMs - 25_000;

/**
 * What does not arrive is sent again: by the same name, so that it is heard once, and in the order in which it was said.
 * @param {{ postActivity: Function }} directLine The client's; it posts each message once.
 * @param {() => void} onAway Told whenever nobody was reached.
 */
export function sendUntilHeard(directLine, onAway) {
  const post = directLine.postActivity.bind(directLine);
  let before = Promise.resolve();

  async function insist(activity, until) {
    for (;;) {
      const id = await new Promise((next, error) => post(activity).subscribe({ next, error }));
      if (id !== notReached || Date.now() > until) return id;
      onAway();
      await new Promise((resolve) => setTimeout(resolve, againAfterMs));
    }
  }

  directLine.postActivity = (activity) => {
    const until = Date.now() + insistForMs;
    const sent = before.then(() => insist(activity, until));
    before = sent.catch(() => undefined);
    return observing(sent);
  };
}

/** As the client reads it. */
function observing(promise) {
  return {
    subscribe({ next, error, complete }) {
      promise.then(next, error).then(complete);
      return { unsubscribe: () => undefined };
    },
  };
}
