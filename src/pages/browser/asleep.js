import { returned } from './pass.js';

/** Of `botframework-directlinejs`. */
const expired = 3;

/**
 * A chat in a tab that sleeps for longer than its token holds. The client would end it, so it is not told of that while there is a way back;
 * what is said meanwhile is sent again with the new token.
 * @param {any} directLine The client's.
 * @returns {any} What the client is to be given in its place.
 */
export function throughSleep(directLine) {
  let comingBack = false;
  let isLost = false;
  const told = new Set();

  directLine.connectionStatus$.subscribe((status) => {
    if (status !== expired || comingBack) return;
    comingBack = true;
    comeBack(directLine)
      .catch(() => {
        isLost = true;
        for (const tell of told) tell(expired);
      })
      .finally(() => {
        comingBack = false;
      });
  });

  return {
    activity$: directLine.activity$,
    postActivity: (activity) => directLine.postActivity(activity),
    end: () => directLine.end(),
    connectionStatus$: {
      subscribe(observer) {
        const tell = typeof observer === 'function' ? observer : (status) => observer.next(status);
        told.add(tell);
        return directLine.connectionStatus$.subscribe((status) => {
          if (status !== expired || isLost) tell(status);
        });
      },
    },
  };
}

/** Rejects where this tab may not come back. */
async function comeBack(directLine) {
  const pass = await returned();
  if (pass?.conversationId !== directLine.conversationId) throw new Error('there is no way back to this chat');
  directLine.reconnect({ ...pass, streamUrl: directLine.streamUrl });
}
