import type { Inbound, Room } from '../channel.ts';

/** Twilio's form fields as something heard; nothing if it does not say who sent what. Fields that we do not know are ignored. */
export function inboundFrom(fields: Readonly<Record<string, unknown>>, room: Room): Inbound | undefined {
  const id = one(fields.MessageSid);
  const address = one(fields.From);
  if (!id || !address) return undefined;
  const optOut = optOuts[one(fields.OptOutType) ?? ''];
  return {
    channel: 'sms',
    room,
    address,
    id,
    // A picture without words has no Body.
    text: one(fields.Body) ?? '',
    answeredByProvider: one(fields.OptOutType) !== undefined,
    ...(optOut && { optOut }),
  };
}

/** Advanced Opt-Out has words of its own in any language. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const optOuts: Readonly<Record<string, Inbound['optOut']>> = { STOP: 'stop', START: 'start' };

function one(field: unknown): string | undefined {
  return typeof field === 'string' && field !== '' ? field : undefined;
}
