/** What a channel shows, as far as a script tells of it. */
export interface Shown {
  readonly text?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly attachments?: readonly { readonly content: object }[];
}

interface Element {
  readonly type: string;
  readonly text?: string;
  readonly label?: string;
  readonly id?: string;
  readonly isMultiSelect?: boolean;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

interface Card {
  readonly body: readonly Element[];
  readonly actions?: readonly { readonly title: string; readonly data: object; readonly associatedInputs?: string }[];
}

/** A card as lines that a reader understands. */
export function cardLines(card: object): readonly string[] {
  const { body, actions = [] } = card as Card;
  return [...body.flatMap(elementLines), actions.map(({ title }) => `[${title}]`).join(' ')];
}

function elementLines({ type, text, label, isMultiSelect, choices = [] }: Element): readonly string[] {
  if (type === 'Input.Text') return ['[__]'];
  const asked = text?.replaceAll('\\', '') ?? label ?? '';
  if (isMultiSelect) return [...asked.split('\n'), ...choices.map(({ title }) => `[ ] ${title}`)];
  return choices.length === 0 ? asked.split('\n') : [`${asked}: ${choices.map(({ title }) => title).join(' / ')}`];
}

/** What a card posts when a button is pressed, or when these choices are made, or this is written, and it is sent. */
export function cardPressed(card: object, pressed: readonly string[]): object {
  const { body, actions = [] } = card as Card;
  const [only] = pressed;
  const button = pressed.length === 1 ? actions.find(({ title }) => title === only) : undefined;
  if (button) return button.data;
  const field = body.find(({ type }) => type === 'Input.Text');
  if (field) return { ...actions[0]?.data, [field.id ?? '']: pressed.join(' | ') };
  const inputs = body.filter(({ choices }) => choices);
  const value = (title: string) => {
    const choice = inputs[0]?.choices?.find((each) => each.title === title);
    if (!choice) throw new Error(`the card has no ${title}`);
    return choice.value;
  };
  const given = inputs[0]?.isMultiSelect
    ? { [inputs[0].id ?? '']: pressed.map(value).join(',') }
    : Object.fromEntries(inputs.map(({ id }, place) => [id, pressed[place] === undefined ? '' : value(pressed[place])]));
  return { ...actions[0]?.data, ...given };
}
