import { connect } from 'node:net';
import { type Begun, pathOf } from './streamedChat.ts';

/** A web socket that reads nothing by itself once it is open. */
export interface SlowStream {
  readByte(): void;
  close(): void;
}

const opened = 'HTTP/1.1 101';

/** Opens one by hand, reading a byte at a time, so that nothing waits on this side. Rejects where it is refused. */
export function openSlowStream(port: number, begun: Begun): Promise<SlowStream> {
  const { promise, resolve, reject } = Promise.withResolvers<SlowStream>();
  let read = '';
  const socket = connect({
    port,
    host: '127.0.0.1',
    onread: {
      buffer: Buffer.alloc(1),
      callback(_bytes, buffer) {
        if (read.length === opened.length) return false;
        read += Buffer.from(buffer).toString('latin1');
        if (read.length < opened.length) return true;
        if (read === opened) resolve({ readByte: () => void socket.resume(), close: () => void socket.destroy() });
        else reject(new Error(`the web socket was refused: ${read}`));
        return false;
      },
    },
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('the server closed the connection')));
  const handshake = [
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: bm9ib2R5IHJlYWRzIG1lIQ==',
  ];
  socket.write([`GET ${pathOf(begun)} HTTP/1.1`, 'Host: folkmoot.example', ...handshake, '', ''].join('\r\n'));
  return promise;
}
