import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { languageWanted } from '#language/languageWanted.ts';
import type { Words } from '#language/words.ts';
import { cardAnswer } from '../askingCard.ts';
import type { Inbound, Recorded } from '../channel.ts';
import { refused } from './errors.ts';
import { linked, type Written } from './linked.ts';
import { rendered } from './rendering.ts';
import { webchatRoom } from './room.ts';
import type { Pass } from './tokens.ts';

/** The provider's id under which somebody's coming is heard, once. */
const joinedId = 'joined';
/** Before what a client calls its message, so that no such name can be taken for one of ours. */
const clientPrefix = 'client:';

/** What a client posts, as far as we look at it. Whatever else it holds is let be (Activity A2005). */
const postedShape = z.object({
  type: z.string(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().optional(),
  channelData: z
    .object({
      /** The client's own name for its message: the same name again is the same message. */
      clientActivityID: z
        .string()
        .regex(/^[\x20-\x7e]{1,200}$/)
        .optional(),
    })
    .nullish(),
});

/** Somebody opened the conversation. */
export function joining({ conversation, start, language }: Pass): Inbound {
  return {
    kind: 'joined',
    channel: 'webchat',
    room: webchatRoom,
    address: conversation,
    id: joinedId,
    text: start ?? '',
    answeredByProvider: false,
    ...(language && { language }),
  };
}

/** A posted activity as something heard; nothing where it says nothing (typing, events). Throws for what is no activity. */
export function inboundFrom(posted: unknown, { conversation, language }: Pass): Inbound | undefined {
  const parsed = postedShape.safeParse(posted);
  if (!parsed.success) throw refused('malformed');
  const { type, text, value, locale, channelData } = parsed.data;
  if (type !== 'message') return undefined;
  const spoken = language ?? languageWanted(locale);
  const name = channelData?.clientActivityID;
  const pressed = cardAnswer(value);
  return {
    channel: 'webchat',
    room: webchatRoom,
    address: conversation,
    id: name === undefined ? randomUUID() : clientPrefix + name,
    // A button may post its value without words.
    text: pressed?.said ?? text ?? (typeof value === 'string' ? value : ''),
    answers: pressed?.about,
    answeredByProvider: false,
    ...(spoken && { language: spoken }),
  };
}

/** Who reads: the conversation, the user as whom its person speaks, and the words of our buttons. */
export interface Reader {
  readonly conversation: string;
  readonly user: string;
  readonly words: Words;
}

/** As Direct Line writes them. The watermark is the sequence of the last message in the set, shown or not. */
export interface ActivitySet {
  readonly activities: readonly object[];
  readonly watermark: string;
}

/** Messages of the log as a client is shown them: the person's own come back to them, with the client's own name for each. */
export function activitySet(reader: Reader, messages: readonly Recorded[], otherwise = 0): ActivitySet {
  return {
    activities: messages.filter(({ activity }) => activity.type === 'message').map((message) => shown(reader, message)),
    watermark: String(messages.at(-1)?.sequence ?? otherwise),
  };
}

function shown({ conversation, user, words }: Reader, { sequence, direction, providerId, replyTo, activity, at }: Recorded): object {
  const name = providerId?.startsWith(clientPrefix) ? providerId.slice(clientPrefix.length) : undefined;
  const said = rendered(activity, words);
  return {
    ...said,
    id: activityId(conversation, sequence),
    timestamp: timestamp(at, sequence),
    channelId: 'webchat',
    conversation: { id: conversation },
    from: direction === 'in' ? { id: user, role: 'user' } : { id: 'folkmoot', name: 'Folkmoot', role: 'bot' },
    ...(activity.type === 'message' && written(direction, said.text)),
    ...(replyTo !== null && { replyToId: activityId(conversation, replyTo) }),
    channelData: { ...said.channelData, 'webchat:sequence-id': sequence, ...(name !== undefined && { clientActivityID: name }) },
  };
}

/** What a person typed is never Markdown, which a client would turn into HTML; what we say is where it has something to open. */
function written(direction: Recorded['direction'], text: string | undefined): Partial<Written> {
  return direction === 'in' || text === undefined ? { textFormat: 'plain' } : linked(text);
}

/** As the real service numbers them. */
export function activityId(conversation: string, sequence: number): string {
  return `${conversation}|${String(sequence).padStart(7, '0')}`;
}

/** What was said in one turn has one time; the sequence after the milliseconds keeps it in order. */
function timestamp(at: Date, sequence: number): string {
  return at.toISOString().replace('Z', `${String(sequence % 10_000).padStart(4, '0')}Z`);
}
