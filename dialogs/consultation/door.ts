import { textIn } from '#language/languages.ts';
import type { Door } from '../door.ts';
import { consultationNamed, openConsultations } from './others.ts';

export const consultationDialogId = 'consultation';

/** A line of the menu for each open consultation; its keyword and its title open it. */
export const consultationDoor: Door = {
  entries(turn) {
    const { inHand, language } = turn;
    return openConsultations(turn).map(({ key, definition }) => {
      const title = textIn(definition.title, language);
      const inTheMiddle = inHand?.consultationKey === key && !inHand.submitted;
      return { key: `${consultationDialogId}:${key}`, label: inTheMiddle ? turn.words('root.goOn', { title }) : title };
    });
  },

  hear(turn) {
    const named = consultationNamed(turn);
    return named && { dialog: consultationDialogId, options: { key: named.key }, sure: named.sure, asTaught: named.asTaught };
  },
};
