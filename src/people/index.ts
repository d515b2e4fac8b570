/** Seals and looks up what names a person. */
export interface ContactSecrets {
  seal(purpose: string, plain: Uint8Array): Uint8Array;
  lookup(purpose: string, text: string): Uint8Array;
}

export interface People {
  /** The keyed hash by which a contact point is found. */
  lookup(channel: string, address: string): Uint8Array;
  /** The address, encrypted. */
  seal(address: string): Uint8Array;
}

export function createPeople(secrets: ContactSecrets): People {
  return {
    lookup: (channel, address) => secrets.lookup('contact point', `${channel} ${address}`),
    seal: (address) => secrets.seal('contact address', Buffer.from(address)),
  };
}
