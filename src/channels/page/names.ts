import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';

/** Names that nobody can guess, for conversations and for forms. */
export interface Names {
  /** A new name for a start form. */
  fresh(): string;
  /** The conversation that a start form begins: the same form, sent twice, begins one. A name that is none of ours begins a new one. */
  conversation(consultation: string, start: string): string;
  /** Says that a form is ours: made for this conversation as it stood after `at` messages. */
  sign(conversation: string, at: number): string;
  isSigned(conversation: string, at: number, signature: string): boolean;
}

const freshBytes = 16;
const fresh = () => randomBytes(freshBytes).toString('base64url');
const isFresh = (name: string) => /^[\w-]{22}$/.test(name);

export function createNames(key: Uint8Array): Names {
  const secret = createSecretKey(key);
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest();
  const signature = (conversation: string, at: number) => hash(`form ${conversation} ${at}`);
  return {
    fresh,
    conversation(consultation, start) {
      const name = isFresh(start) ? start : fresh();
      return hash(`conversation ${consultation} ${name}`).toString('base64url');
    },
    sign: (conversation, at) => signature(conversation, at).toString('base64url'),
    isSigned(conversation, at, said) {
      const given = Buffer.from(said, 'base64url');
      const ours = signature(conversation, at);
      return given.length === ours.length && timingSafeEqual(given, ours);
    },
  };
}
