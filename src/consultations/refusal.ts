export const refusals = ['unknown', 'closed', 'not-published', 'keyword-taken'] as const;
export type RefusalCode = (typeof refusals)[number];

/** Something asked of a consultation cannot be done as it stands. The message says why, for an officer. */
export class ConsultationRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'ConsultationRefused';
    this.code = code;
  }
}
