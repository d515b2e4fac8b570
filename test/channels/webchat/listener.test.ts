import type { WebSocket } from 'ws';
import type { Recorded } from '#channels/channel.ts';
import { Listener, mostUnread } from '#channels/webchat/listener.ts';
import type { Page } from '#channels/webchat/log.ts';

const onAPage = 100;
const at = new Date('2026-11-23T10:00:00Z');
const message = (sequence: number): Recorded => ({
  sequence,
  direction: 'out',
  providerId: null,
  replyTo: null,
  activity: { type: 'message', text: `${sequence}` },
  at,
});
const messages = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, place) => message(first + place));

/** A listener over a log of so many messages, and a socket that reads when it is told to. */
function aListener({ logged, after }: { readonly logged: number; readonly after: number }) {
  const sent: number[] = [];
  const reads: number[] = [];
  const flushes: (() => void)[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    terminated: false,
    send(frame: string, flushed?: () => void) {
      const { activities } = JSON.parse(frame) as { activities: { text: string }[] };
      sent.push(...activities.map(({ text }) => Number(text)));
      if (flushed) flushes.push(flushed);
    },
    terminate() {
      socket.terminated = true;
    },
  };
  const log = {
    last: logged,
    async read(_conversation: string, from: number): Promise<Page> {
      reads.push(from);
      return { last: log.last, messages: messages(from + 1, Math.min(log.last, from + onAPage)) };
    },
  };
  const listener = new Listener(socket as unknown as WebSocket, {
    reader: { conversation: 'c', user: 'dl_u', words: () => '' },
    after,
    log,
  });
  /** Lets what is under way go on as far as it can. */
  const settle = async () => {
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  };
  return { listener, socket, log, sent, reads, flushes, settle };
}

const upTo = (last: number) => messages(1, last).map(({ sequence }) => sequence);

test('what follows on what was told is sent at once, and nothing is read', () => {
  const { listener, sent, reads } = aListener({ logged: 4, after: 4 });
  listener.hear(messages(5, 6));
  listener.hear(messages(7, 7));
  expect([sent, reads]).toEqual([[5, 6, 7], []]);
});

test('what was told already is not told again', async () => {
  const { listener, sent, settle } = aListener({ logged: 6, after: 6 });
  listener.hear(messages(5, 6));
  listener.catchUp(6);
  await settle();
  expect(sent).toEqual([]);
});

test('what is missing in between is read from the log', async () => {
  const { listener, sent, reads, settle } = aListener({ logged: 8, after: 4 });
  listener.hear(messages(7, 8));
  await settle();
  expect([sent, reads]).toEqual([[5, 6, 7, 8], [4]]);
});

test('a long history waits in the log until the page before it has left', async () => {
  const { listener, sent, reads, flushes, settle } = aListener({ logged: 250, after: 0 });
  listener.catchUp(250);
  await settle();
  expect([sent.length, reads]).toEqual([100, [0]]);
  flushes.shift()?.();
  await settle();
  expect([sent.length, reads]).toEqual([200, [0, 100]]);
  flushes.shift()?.();
  await settle();
  flushes.shift()?.();
  await settle();
  expect(sent).toEqual(upTo(250));
});

test('what is said while a history is read comes after it, once', async () => {
  const { listener, log, sent, flushes, settle } = aListener({ logged: 120, after: 0 });
  listener.catchUp(120);
  await settle();
  log.last = 122;
  listener.hear(messages(121, 122));
  for (let pages = 0; pages < 3; pages++) {
    flushes.shift()?.();
    await settle();
  }
  listener.hear(messages(123, 123));
  expect(sent).toEqual(upTo(123));
});

test('too much waits for it: dropped, and nothing more is put on top', () => {
  const { listener, socket, sent } = aListener({ logged: 0, after: 0 });
  socket.bufferedAmount = mostUnread;
  listener.hear(messages(1, 1));
  expect([sent, socket.terminated]).toEqual([[1], false]);
  socket.bufferedAmount = mostUnread + 1;
  listener.hear(messages(2, 2));
  expect([sent, socket.terminated]).toEqual([[1], true]);
});

test('the log cannot be read: dropped, to come back', async () => {
  const { listener, log, socket, settle } = aListener({ logged: 1, after: 0 });
  log.read = () => Promise.reject(new Error('away'));
  listener.catchUp(1);
  await settle();
  expect(socket.terminated).toBe(true);
});
