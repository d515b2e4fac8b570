import { mostParts, partsOf, smsRoom } from '#channels/sms/room.ts';
import { asTexts } from '#channels/sms/twiml.ts';
import { inboundFrom } from '#channels/sms/webhook.ts';
import { languages } from '#language/languages.ts';
import { type CreateForm, shownTexts } from './form.ts';

type Sent = Readonly<Record<string, string>>;

/** Text messages, as Twilio posts them. */
export const smsForm: CreateForm = ({ town, language }) => {
  const room = smsRoom();
  const said: Sent[] = [];
  let from = '+447700900123';
  let next: Sent = {};

  async function hear(form: Sent): Promise<readonly string[]> {
    const inbound = inboundFrom(form, room);
    if (!inbound) throw new Error('a text needs a sender and an id');
    const spoken = languages.find((known) => known === language);
    const texts = asTexts(await town.hear(spoken ? { ...inbound, language: spoken } : inbound));
    const long = texts.find((text) => partsOf(text) > mostParts);
    if (long) throw new Error(`more than ${mostParts} parts:\n${long}`);
    return shownTexts(texts);
  }

  return {
    say(words) {
      const form = { MessageSid: `SM${said.length + 1}`, From: from, Body: words, ...next };
      said.push(form);
      next = {};
      return hear(form);
    },
    happen(words) {
      const [, again] = /^message (\d+) again$/.exec(words) ?? [];
      const [, number] = /^as (\+\d+)$/.exec(words) ?? [];
      const [, field, value] = /^with (\w+) (\w+)$/.exec(words) ?? [];
      if (again) return hear(said[Number(again) - 1] ?? {});
      if (number) from = number;
      else if (field && value) next = { [field]: value };
      else return undefined;
      return Promise.resolve([]);
    },
  };
};
