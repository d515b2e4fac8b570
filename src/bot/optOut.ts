import type { Inbound } from '#channels/channel.ts';
import { hearOptOut, isTwilioYes } from '#language/hearing/optOut.ts';
import type { TurnInHand } from './turnInHand.ts';

/** What STOP and START come to, heard before any dialog. `silent`: record the message, say nothing. */
export type OptOutOutcome = 'silent' | 'answered' | 'go on';

/**
 * STOP works at once and everywhere and is never an answer. While somebody is opted out we stay silent, unless they opt in again:
 * with START or UNSTOP, or with a bare YES, which providers of text messages take for an opt-in too (and nothing else can be
 * meant, as nothing is being asked).
 */
export function hearStopAndStart(turn: TurnInHand, inbound: Inbound): OptOutOutcome {
  const { room, contactPointId, said, optedOut } = turn;
  const { answeredByProvider } = inbound;
  const word = inbound.optOut ?? hearOptOut(said);
  if (word === 'stop') {
    turn.record({ kind: 'optedOut', contactPointId });
    if (room.providerAnswersStop) return 'silent';
    turn.say('turn.optedOut');
    return 'answered';
  }
  if (!optedOut) return answeredByProvider ? 'silent' : 'go on';
  const back = word === 'start' || isTwilioYes(said);
  if (!back) return room.providerAnswersStop ? 'silent' : 'go on';
  turn.record({ kind: 'optedIn', contactPointId });
  if (answeredByProvider) return 'silent';
  turn.say(inbound.shared ? 'turn.shared' : 'turn.optedIn');
  return 'answered';
}
