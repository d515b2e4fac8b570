import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Server } from 'restify';
import type { Inbound, OnRecorded, OnTurn, Room } from '../channel.ts';
import { base, isOurs, mountOrigins } from './door.ts';
import { asRefused, type Refused, refused } from './errors.ts';
import type { WebchatNeeds } from './needs.ts';
import { createOrigins } from './origins.ts';
import { webchatRoom } from './room.ts';
import { mountRoutes } from './routes.ts';
import { createSockets, socketLimits } from './sockets.ts';
import { createTokens, type Pass, type Ticket } from './tokens.ts';

export interface WebchatChannel {
  readonly room: Room;
  readonly onRecorded: OnRecorded;
  mount(server: Server, onTurn: OnTurn): void;
  /** How many sockets are open. */
  readonly open: number;
  /** Sends everybody away, to come back to another process or to the next one. */
  close(): void;
}

/** Web chat by Direct Line 3.0: tokens and activities over HTTP, what is new over web sockets. */
export function createWebchat(needs: WebchatNeeds): WebchatChannel {
  const { log } = needs;
  const tokens = createTokens({ key: needs.tokenKey, now: needs.now });
  const origins = createOrigins(needs.publicUrl, needs.origins);
  const sockets = createSockets(needs, needs.limits ?? socketLimits);
  /** Of the turns under way. */
  const sequences = new Map<Inbound, number>();

  function streamUrl(request: Request, { conversation, user }: Pass, after: number): string {
    const ticket = tokens.issueTicket({ conversation, user, after });
    return `${origins.streamsAt(request.headers.host)}${base}/conversations/${conversation}/stream?watermark=${after}&t=${ticket}`;
  }

  /** Whoever may open a stream. Throws what to refuse it with. */
  async function admit(request: IncomingMessage): Promise<Ticket> {
    if (!isOurs(request.url)) throw refused('notFound');
    if (!origins.allows(request.headers.origin)) throw refused('otherOrigin');
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const checked = tokens.checkTicket(searchParams.get('t') ?? '');
    if (!checked.ok) {
      await needs.countStranger(request);
      throw refused(checked.reason);
    }
    const { conversation } = checked.value;
    if (pathname !== `${base}/conversations/${conversation}/stream`) throw refused('otherConversation');
    return checked.value;
  }

  /** Told once. */
  function recordedAs(inbound: Inbound): number | undefined {
    const sequence = sequences.get(inbound);
    sequences.delete(inbound);
    return sequence;
  }

  return {
    room: webchatRoom,
    onRecorded(inbound, recorded) {
      const [heard] = recorded;
      const last = recorded.at(-1);
      if (inbound.channel !== 'webchat' || !heard || !last) return;
      sequences.set(inbound, heard.sequence);
      sockets.tell(inbound.address, (inbound.kind ?? 'message') === 'message' ? recorded : recorded.map(toNothing));
      log.hint(inbound.address, last.sequence);
    },
    mount(server, onTurn) {
      mountOrigins(server, origins);
      mountRoutes(server, { ...needs, tokens, onTurn, streamUrl, recordedAs });
      server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const broken = () => socket.destroy();
        socket.on('error', broken);
        admit(request)
          .then((ticket) => {
            if (!sockets.hasRoomFor(ticket.conversation)) throw refused('tooMany');
            socket.off('error', broken);
            sockets.open({ request, socket, head }, ticket);
          })
          .catch((reason: unknown) => {
            const refusal = asRefused(reason, needs.isAway);
            if (refusal.statusCode >= 500) needs.report(reason);
            turnAway(socket, refusal);
          });
      });
    },
    get open() {
      return sockets.size;
    },
    close: () => sockets.close(),
  };
}

/** A client would wait for what a reply replies to, and nobody's coming is shown. */
function toNothing<Message extends { readonly replyTo: number | null }>(message: Message): Message {
  return { ...message, replyTo: null };
}

/** Refuses a web socket before it is one. */
function turnAway(socket: Duplex, { statusCode, body }: Refused): void {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${statusCode} Refused`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}
