import { ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { adaptiveCardType } from '../askingCard.ts';
import type { Card } from './cards/card.ts';
import type { Received } from './received.ts';

/** A button of a card, pressed where the card asks for an answer at once (Action.Execute). Every other invoke gets a 501 from the SDK. */
export function isCardAction({ type, name }: Received): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action';
}

/** The card that takes the place of the one that was pressed. */
export function cardResponse(value: Card): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: adaptiveCardType, value } };
}

/** Nothing of ours was pressed. https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function notOurs(): InvokeResponse {
  const value = { code: 'BadRequest', message: 'This card is not known here.' };
  return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
}

/** It is heard, and there is nothing to show in the card's stead. */
export function heardResponse(): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } };
}

export function respond(context: TurnContext, value: InvokeResponse): Promise<unknown> {
  return context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}
