import type { Texting } from '#approaches';
import type { AskedOption } from '../asking.ts';
import type { Opening } from '../door.ts';
import type { Turn } from '../turn.ts';

export const textingDialogId = 'texting';
export const textIt = 'textIt';

/** What is texted, and what it is called while it is asked whether to. */
export interface TextingOptions {
  readonly name: string;
  readonly text: string;
}

/** "Text it to me", for whoever reads on something that is not their phone, where we can send texts. */
export function textItOption(turn: Turn, texting: Texting | undefined): readonly AskedOption[] {
  return texting && !turn.room.isTheirPhone ? [{ key: textIt, label: turn.words('texting.offer') }] : [];
}

/** Where that leads: the lines in as few words as one text holds, the first ones first, and why it came. */
export function textingOf(turn: Turn, { fits }: Texting, name: string, lines: readonly (string | undefined)[]): Opening {
  const ending = `${turn.words('texting.why')} ${turn.words('updates.howToStop')}`;
  const kept: string[] = [];
  for (const line of lines) if (line && fits([...kept, line, ending].join('\n'))) kept.push(line);
  return { dialog: textingDialogId, options: { name, text: [...kept, ending].join('\n') } satisfies TextingOptions };
}
