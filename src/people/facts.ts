/** What happens to a contact point in a turn. */
export type PeopleFact =
  | { readonly kind: 'optedOut'; readonly contactPointId: string }
  | { readonly kind: 'optedIn'; readonly contactPointId: string }
  /** The provider says that nothing can be delivered any more; `reason` is for an officer to read. */
  | { readonly kind: 'becameUnreachable'; readonly contactPointId: string; readonly reason: string }
  | { readonly kind: 'becameReachable'; readonly contactPointId: string }
  /** Where to send changed; `address` is encrypted. */
  | { readonly kind: 'addressChanged'; readonly contactPointId: string; readonly address: Uint8Array };
