import { connect } from './connection.ts';
import { openSlowStream, type SlowStream } from './slowStream.ts';
import { begin, sayIn } from './streamedChat.ts';

/** As many as one conversation may have. */
const streamsEach = 10;
const lanes = 32;
const byteEveryMs = 100;

/** Many web sockets of begun conversations, half of which never read and half a byte now and then. */
export interface SlowCrowd {
  readonly size: number;
  /** Somebody speaks in each of the conversations, so that there is something to read. */
  speak(): Promise<void>;
  close(): void;
}

export async function openSlowCrowd(port: number, size: number): Promise<SlowCrowd> {
  const lines = await Promise.all(Array.from({ length: lanes }, () => connect(port)));
  const streams: SlowStream[] = [];
  const sayings: ((name: string) => Promise<string>)[] = [];
  let started = 0;
  let times = 0;
  await Promise.all(
    lines.map(async (line) => {
      while (started < size) {
        const count = Math.min(streamsEach, size - started);
        started += count;
        const begun = await begin(line);
        sayings.push((name) => sayIn(line, begun, 'hello', name));
        streams.push(...(await Promise.all(Array.from({ length: count }, () => openSlowStream(port, begun)))));
      }
    }),
  );
  const reading = setInterval(() => {
    for (let at = 0; at < streams.length; at += 2) streams[at]?.readByte();
  }, byteEveryMs);

  return {
    size: streams.length,
    async speak() {
      times += 1;
      for (const say of sayings) await say(`hello ${times}`);
    },
    close() {
      clearInterval(reading);
      for (const each of [...streams, ...lines]) each.close();
    },
  };
}
