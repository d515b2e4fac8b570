import { randomUUID } from 'node:crypto';
import { languages } from '#language/languages.ts';
import type { Inbound } from '../channel.ts';
import { isCardAction } from './invoke.ts';
import { pressedIn } from './pressed.ts';
import type { Received } from './received.ts';
import { conversationOf, isShared, referenceOf, written } from './reference.ts';
import { teamsRoom } from './room.ts';
import { spokenIn } from './spoken.ts';

/** An activity as something heard; nothing where it says nothing to us (typing, reactions, other people coming and going). */
export function inboundFrom(received: Received): Inbound | undefined {
  const kind = kindOf(received);
  if (!kind) return undefined;
  const language = languages.find((known) => known.slice(0, 2) === received.locale?.slice(0, 2).toLowerCase());
  const pressed = pressedIn(received);
  return {
    kind,
    channel: 'teams',
    room: teamsRoom,
    address: conversationOf(received),
    reference: written(referenceOf(received)),
    id: received.id ?? randomUUID(),
    text: pressed?.said ?? (kind === 'message' ? spokenIn(received) : ''),
    answers: pressed?.about,
    shared: isShared(received),
    answeredByProvider: false,
    ...(language && { language }),
  };
}

/**
 * Teams tells of an installation by an event of its own, and besides by saying that we came into the conversation; an upgrade of the
 * app is neither.
 */
function kindOf(received: Received): Inbound['kind'] {
  const { type, action, membersAdded, membersRemoved, recipient } = received;
  const us = ({ id }: { readonly id: string }) => id === recipient.id;
  if (type === 'message' || (isCardAction(received) && pressedIn(received))) return 'message';
  if (type === 'installationUpdate' && action === 'add') return 'joined';
  if (type === 'conversationUpdate' && membersAdded?.some(us)) return 'joined';
  if (type === 'installationUpdate' && action === 'remove') return 'left';
  if (type === 'conversationUpdate' && membersRemoved?.some(us)) return 'left';
  return undefined;
}
