import type { Room } from '../channel.ts';

/** What Teams can show: cards with buttons, and as much text as it takes. */
export const teamsRoom: Room = {
  buttons: true,
  brief: false,
  providerAnswersStop: false,
  fits: () => true,
};
