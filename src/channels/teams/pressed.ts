import { z } from 'zod';
import { languages } from '#language/languages.ts';
import { type CardAnswer, cardAnswer } from '../askingCard.ts';
import type { Received } from './received.ts';

/** A button of a card of ours that somebody pressed, and what is shown in the card's stead afterwards. */
export interface Pressed extends CardAnswer {
  /** The message that has the card, where it is known. */
  readonly card: string | undefined;
  readonly kept: z.infer<typeof keptShape> | undefined;
}

/** What our cards in Teams carry besides what they ask, so that they can be closed. */
export const keptShape = z.object({ asked: z.string(), language: z.enum(languages) });
export type Kept = z.infer<typeof keptShape>;

const executedShape = z.object({ action: z.object({ data: z.unknown() }) });

/** Action.Submit posts a message whose value is the data; Action.Execute an invoke whose value holds it. Nothing where no card of ours was. */
export function pressedIn({ value, replyToId, type }: Received): Pressed | undefined {
  const data = type === 'invoke' ? executedShape.safeParse(value).data?.action.data : value;
  const answer = cardAnswer(data);
  return answer && { ...answer, card: replyToId, kept: keptShape.safeParse((data as { kept?: unknown }).kept).data };
}
