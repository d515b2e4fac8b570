/** What may be wrong with an entry, to choose from. */
export const reportKinds = ['phone', 'times', 'closed', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a group says of its listing. */
export const confirmationAnswers = ['running', 'changed', 'stopped'] as const;
export type ConfirmationAnswer = (typeof confirmationAnswers)[number];

/** What happens to the directory in a turn. None of it says who, but for a group that is asked about its own listing: a need is everybody's. */
export type DirectoryFact =
  | { readonly kind: 'needUnmet'; readonly id: string; readonly need: string; readonly place: string | null; readonly language: string }
  | {
      readonly kind: 'entryReported';
      readonly id: string;
      readonly serviceId: string;
      readonly what: ReportKind | 'changed';
      readonly words: string | null;
    }
  | {
      readonly kind: 'listingAsked';
      readonly confirmationId: string;
      readonly serviceId: string;
      readonly contactPointId: string;
      /** What asks it: where that does not arrive, it was not asked. */
      readonly approach?: string;
    }
  | { readonly kind: 'listingConfirmed'; readonly confirmationId: string; readonly serviceId: string; readonly answer: ConfirmationAnswer };
