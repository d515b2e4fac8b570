import { randomUUID } from 'node:crypto';
import { respondentKey } from '#consultations/keys.ts';

export interface ResponseTimes {
  readonly key: string;
  /** The consultation's. */
  readonly secret: Uint8Array;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
}

/** The row that somebody's response leaves in the database: found by the contact point, and naming nobody. */
export function aResponse(point: string, { key, secret, ...times }: ResponseTimes) {
  return {
    id: randomUUID(),
    consultationKey: key,
    versionNumber: 1,
    respondentKey: new Uint8Array(Buffer.from(respondentKey(secret, point), 'hex')),
    reference: point.slice(0, 8),
    channel: 'sms',
    language: 'en-GB',
    ...times,
  };
}
