import { ownMobile, where, words, yesNo, yesNoOptions } from '../hear.ts';
import type { OfferAnswers, Offering } from '../step.ts';

/** Help that a group looks for. People are handed over by text, so that it needs a mobile, which nobody is shown. */
export const opportunity: Offering = {
  kind: 'opportunity',
  questions: [
    { key: 'name', needed: true, hear: words(100) },
    { key: 'organisation', needed: true, hear: words(120) },
    { key: 'description', needed: false, hear: words(300) },
    { key: 'where', needed: false, hear: where },
    { key: 'when', needed: false, hear: words(120) },
    { key: 'once', needed: true, hear: yesNo, options: yesNoOptions },
    { key: 'expenses', needed: true, hear: yesNo, options: yesNoOptions },
    { key: 'check', needed: true, hear: yesNo, options: yesNoOptions },
    { key: 'phone', needed: true, hear: ownMobile },
  ],
  record: asRow,
  summary: (_turn, { name = '', organisation = '' }) => `${name}, ${organisation}`,
};

/** The answers by the columns of a table (docs/volunteering.md). What has no place is done from home. */
function asRow(_id: string, { name, organisation, description, where, when, once, expenses, check, phone }: OfferAnswers): object {
  return {
    title: name,
    organisation,
    ...(description && { description }),
    ...(where ? { place: where } : { remote: 'yes' }),
    ...(when && { times: when }),
    one_off: once,
    expenses_paid: expenses,
    dbs_needed: check,
    sealedPhone: phone,
  };
}
