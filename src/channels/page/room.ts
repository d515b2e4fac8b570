import type { Room } from '../channel.ts';

/** What a page can show: a form with options to choose from, and as much text as it takes. */
export const pageRoom: Room = {
  buttons: true,
  brief: false,
  answersOnly: true,
  offersLanguages: true,
  byForms: true,
  providerAnswersStop: false,
  fits: () => true,
};
