/** Parts of an Adaptive Card, as far as we make them. https://adaptivecards.io/explorer/ */
export interface Card {
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly type: 'AdaptiveCard';
  /** Teams shows up to 1.5. */
  readonly version: '1.5';
  /** For a client that cannot show the card. */
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly object[];
  readonly actions?: readonly Action[];
}

export interface Action {
  readonly type: string;
  readonly title: string;
  readonly data?: object;
  readonly url?: string;
  /** `none`: what is in the fields does not matter. */
  readonly associatedInputs?: 'none';
}

export function card({ text, body, actions = [] }: { text: string; body: readonly object[]; actions?: readonly Action[] }): Card {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: text,
    speak: text,
    body,
    ...(actions.length > 0 && { actions }),
  };
}
