/** What happens to a contact point in a turn. */
export type PeopleFact =
  | { readonly kind: 'optedOut'; readonly contactPointId: string }
  | { readonly kind: 'optedIn'; readonly contactPointId: string };
