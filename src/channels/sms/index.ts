import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import { type OnTurn, type Room, TryAgainLater } from '../channel.ts';
import { smsRoom } from './room.ts';
import { statusPath } from './sender.ts';
import { isSigned, type Sent } from './signature.ts';
import { type TextStatus, textStatusFrom } from './textStatus.ts';
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
  /** Told what became of a text that we sent; recorded when it resolves. */
  onStatus(status: TextStatus): Promise<void>;
  isAway(reason: unknown): boolean;
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
      server.post(statusPath, async (request: Request, response: Response) => {
        const status = textStatusFrom(await signedFields(needs, request), request.url ?? '');
        // A status that says nothing new to us, or of a text that is none of ours, is done with: Twilio need not tell us again.
        if (status) await needs.onStatus(status).catch((reason) => asHttpError(needs.isAway(reason) ? awayFor(reason) : reason));
        response.sendRaw(204, '');
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

const awayFor = (cause: unknown) => new TryAgainLater('the database is away', 5, { cause });

/** Twilio takes any error for a failure; with its retries on, the message comes again and is heard once. */
function asHttpError(reason: unknown): never {
  if (!(reason instanceof TryAgainLater)) throw reason;
  const { message, retryAfterSeconds } = reason;
  throw Object.assign(new errors.ServiceUnavailableError(message), { retryAfterSeconds });
}
