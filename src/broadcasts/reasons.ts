import { unreachableInWords } from './unreachable.ts';

/** Why a broadcast is paused, for an officer. */
const pausedInWords: Readonly<Record<string, string>> = {
  officer: 'by an officer',
  filtered: 'networks take it for spam: look at its words and links',
  accountStopped: 'our account with the provider is stopped',
  setUp: 'the provider refuses us: our account or our sender is set up wrongly',
};

/** Why a message was not sent or did not arrive, or nobody knows, for an officer. */
const deliveryInWords: Readonly<Record<string, string>> = {
  ...unreachableInWords,
  optedOut: 'they said STOP',
  erased: 'they were erased',
  unreachable: 'they cannot be reached any more',
  cancelled: 'the broadcast was cancelled',
  tooLate: 'its time was over',
  gaveUp: 'tried as often as we may',
  filtered: 'the network takes it for spam',
  tooBig: 'it is too long',
  tooOften: 'they were written to too often',
  phoneOff: 'the phone was off or out of reach',
  unclear: 'the network does not say why',
  notDelivered: 'it was not delivered',
  queueFull: 'the provider had too much to send',
  tooManyRequests: 'the provider was busy',
  ownPace: 'the conversation has had as much as it may for now',
  providerAway: 'the provider was away',
  windowClosed: 'the hours in which we may write were over',
  accountStopped: 'our account with the provider was stopped',
  setUp: 'the provider refused us: our account or our sender is set up wrongly',
  noAnswer: 'the provider did not answer',
  lost: 'the server stopped while it was handed over',
  mishap: 'a fault of ours',
};

export function whyPaused(reason: string): string {
  return pausedInWords[reason] ?? reason;
}

export function whyNot(reason: string): string {
  const [, status] = /^answered(\d+)$/.exec(reason) ?? [];
  return status ? `the provider answered with an error (${status})` : (deliveryInWords[reason] ?? reason);
}
