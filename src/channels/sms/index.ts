import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import { type OnTurn, type Room, TryAgainLater } from '../channel.ts';
import { smsRoom } from './room.ts';
import { isSigned, type Sent } from './signature.ts';
import { twiml } from './twiml.ts';
import { inboundFrom } from './webhook.ts';

export interface SmsNeeds {
  readonly authToken: string;
  /** The account that texts must be for; unset, whichever the token belongs to. */
  readonly accountSid?: string | undefined;
  /** The address that Twilio calls, as it signs it: scheme, host and port, no path. */
  readonly publicUrl: string;
  /** What a request sends; throws 400, 413 or 415 for what cannot be read. */
  readSent(request: Request): Promise<Sent>;
  /** Counts a request that nobody vouches for, by address; throws 429. */
  countStranger(request: Request): Promise<void>;
  /** Counts a text of a number; throws 429. */
  countContact(number: string): Promise<void>;
}

export interface SmsChannel {
  readonly room: Room;
  mount(server: Server, onTurn: OnTurn): void;
}

/** Text messages by Twilio: signed webhooks in, TwiML out. */
export function createSms(needs: SmsNeeds): SmsChannel {
  const room = smsRoom();
  return {
    room,
    mount(server, onTurn) {
      server.post('/api/sms/inbound', async (request: Request, response: Response) => {
        const fields = await signedFields(needs, request);
        const inbound = inboundFrom(fields, room);
        if (!inbound) throw new errors.BadRequestError('MessageSid and From are needed');
        await needs.countContact(inbound.address);
        const replies = await onTurn(inbound).catch(asHttpError);
        const said = twiml(replies);
        response.sendRaw(200, said, { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': String(Buffer.byteLength(said)) });
      });
    },
  };
}

/** What Twilio sent. Whoever else calls is counted and told nothing more than that. */
async function signedFields(needs: SmsNeeds, request: Request): Promise<Sent['fields']> {
  try {
    const sent = await needs.readSent(request);
    if (!isSigned(needs, request, sent)) throw new errors.ForbiddenError('the signature is missing or wrong');
    if (needs.accountSid && sent.fields.AccountSid !== needs.accountSid) throw new errors.ForbiddenError('this is for another account');
    return sent.fields;
  } catch (reason) {
    await needs.countStranger(request);
    throw reason;
  }
}

/** Twilio takes any error for a failure; with its retries on, the message comes again and is heard once. */
function asHttpError(reason: unknown): never {
  if (!(reason instanceof TryAgainLater)) throw reason;
  const { message, retryAfterSeconds } = reason;
  throw Object.assign(new errors.ServiceUnavailableError(message), { retryAfterSeconds });
}
