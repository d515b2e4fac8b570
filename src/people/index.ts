/** Seals and looks up what names a person. */
export interface ContactSecrets {
  seal(purpose: string, plain: Uint8Array): Uint8Array;
  open(purpose: string, sealed: Uint8Array): Uint8Array;
  lookup(purpose: string, text: string): Uint8Array;
}

export interface People {
  /** The keyed hash by which a contact point is found. */
  lookup(channel: string, address: string): Uint8Array;
  /** The address, encrypted. */
  seal(address: string): Uint8Array;
  /** The address, to write to it. Throws where it was sealed with another key. */
  open(sealed: Uint8Array): string;
}

export function createPeople(secrets: ContactSecrets): People {
  return {
    lookup: (channel, address) => secrets.lookup('contact point', `${channel} ${address}`),
    open: (sealed) => Buffer.from(secrets.open('contact address', sealed)).toString(),
    seal: (address) => secrets.seal('contact address', Buffer.from(address)),
  };
}

export { createSubscriptions, type Subscriptions } from './subscriptions.ts';
export { everywhere, installing, ownAnswers, type Subscribed, type Topic, topics, wording } from './topics.ts';
