/** Something asked of a broadcast cannot be done as it stands. The message says why and what to do, for an officer. */
export class BroadcastRefused extends Error {
  readonly code = 'broadcast-refused';
}
