import type { PrismaClient } from '#database/generated/client.ts';
import { codeFrom, mayTryCode } from './code.ts';
import { type CodeTried, createResumeStore } from './store.ts';

export interface ResumeNeeds {
  readonly database: PrismaClient;
  readonly secrets: { lookup(purpose: string, text: string): Uint8Array };
}

/** A code to read aloud, and the keyed hash under which it is kept, hex. */
export interface ResumeCode {
  readonly code: string;
  readonly lookup: string;
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

    /** The open response whose code this is, by consultation and id; `tooMany` where too many wrong codes were tried lately. */
    async findByCode(code: string, tried: CodeTried) {
      if (!mayTryCode(await store.wrongCodes(tried))) return 'tooMany';
      return store.findOpen(lookupOf(code), tried);
    },

    findResumed: store.findResumed,
  };
}
