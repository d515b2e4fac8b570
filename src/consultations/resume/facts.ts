/** What happens round the codes by which a response is gone on with elsewhere. */
export type ResumeFact =
  /** A person was told their code. `lookup` is its keyed hash, hex: the code itself stands only where it was said, in the log. */
  | { readonly kind: 'resumeCodeTold'; readonly responseId: string; readonly lookup: string; readonly expiresAt: Date }
  /** A response is gone on with from another contact point, whose respondent key, hex, finds it from now on too. */
  | {
      readonly kind: 'responseResumed';
      readonly responseId: string;
      readonly consultationKey: string;
      readonly respondentKey: string;
    }
  | { readonly kind: 'wrongCodeTried'; readonly contactPointId: string; readonly channel: string };
