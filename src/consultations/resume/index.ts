import type { PrismaClient } from '#database/generated/client.ts';
import { codeFrom, mayTryCode } from './code.ts';
import { type CodedResponse, createResumeStore } from './store.ts';

export interface ResumeNeeds {
  readonly database: PrismaClient;
  readonly secrets: { lookup(purpose: string, text: string): Uint8Array };
}

/** A code to read aloud, and the keyed hash under which it is kept, hex. */
export interface ResumeCode {
  readonly code: string;
  readonly lookup: string;
}

interface TriedBy {
  readonly contactPointId: string;
  readonly channel: string;
  readonly now: Date;
}

/** Codes by which a response that was begun on one device is gone on with on another. */
export function createResume({ database, secrets }: ResumeNeeds) {
  const store = createResumeStore(database);
  const lookupOf = (code: string) => new Uint8Array(secrets.lookup('resume code', code));
  return {
    /** A response's code: always the same, worked out from its id, and from nothing without our key. */
    resumeCode(responseId: string): ResumeCode {
      const code = codeFrom(secrets.lookup('resume code of', responseId));
      return { code, lookup: Buffer.from(lookupOf(code)).toString('hex') };
    },

    /** The response whose code this is or was; `tooMany` where too many wrong codes were tried lately. */
    async findByCode(code: string, { now, ...tried }: TriedBy): Promise<CodedResponse | 'tooMany' | undefined> {
      if (!mayTryCode(await store.wrongCodes(tried, now))) return 'tooMany';
      return store.find(lookupOf(code), tried);
    },

    findResumed: store.findResumed,
  };
}
