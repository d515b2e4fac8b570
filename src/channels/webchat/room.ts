import type { Room } from '../channel.ts';

/** What web chat can show: buttons, and as much text as it takes. */
export const webchatRoom: Room = {
  buttons: true,
  brief: false,
  answersOnly: true,
  providerAnswersStop: false,
  fits: () => true,
};
