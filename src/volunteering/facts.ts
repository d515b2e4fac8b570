/** What happens to somebody's wish to help. */
export type VolunteeringFact =
  /** Handed over to the group, with the person's consent. The name is sealed; so is the contact, or it is the contact point's own address. */
  | {
      readonly kind: 'enquiryMade';
      readonly enquiryId: string;
      readonly opportunityId: string;
      readonly name: Uint8Array;
      readonly contact: { readonly sealed: Uint8Array } | { readonly contactPointId: string };
      /** The version of the wording that was agreed to. */
      readonly consent: string;
    }
  /** The group says what came of it. */
  | { readonly kind: 'enquiryAnswered'; readonly enquiryId: string; readonly answer: EnquiryAnswer };

export const enquiryAnswers = ['inTouch', 'started', 'declined'] as const;
export type EnquiryAnswer = (typeof enquiryAnswers)[number];

/** The wording that people agree to before anything is handed over: `volunteering.consent` in the locales. Change both together. */
export const consentWording = '2026-11';
