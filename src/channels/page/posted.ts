import { createHash } from 'node:crypto';
import { type Language, languages } from '#language/languages.ts';
import type { Inbound } from '../channel.ts';
import type { Fields } from './needs.ts';
import { pageRoom } from './room.ts';

/** A question's form as it was sent. */
export interface Posted {
  /** How many messages there were when the form was shown: with the signature, the form's own name. */
  readonly at: number;
  readonly signature: string;
  readonly said: string;
  /** What was chosen or written, also where a button was pressed instead. */
  readonly given: string;
  /** What the form asked. */
  readonly about: string | undefined;
  readonly speaks: Language | undefined;
}

/** Reads what was chosen, ticked, put in order or written, or the button that was pressed instead. Labels come a line each, as a card sends them. */
export function postedOf(fields: Fields): Posted {
  const pressed = one(fields.press);
  const places = Object.keys(fields)
    .filter((name) => /^place\d{1,3}$/.test(name))
    .sort((first, second) => Number(first.slice(5)) - Number(second.slice(5)))
    .map((name) => one(fields[name]) ?? '');
  const chosen = [fields.say ?? places].flat().filter((line) => line !== '');
  const given = chosen.join('\n').replaceAll('\r\n', '\n').trim();
  return {
    at: /^\d{1,9}$/.test(one(fields.at) ?? '') ? Number(one(fields.at)) : 0,
    signature: one(fields.signature) ?? '',
    said: pressed ?? given,
    given,
    about: one(fields.about) || undefined,
    speaks: languageIn(fields.speaks),
  };
}

/**
 * A form as something heard. Its name and what was said in it make the message's: pressed twice it is heard once, while a different answer
 * in an old form is heard, and answered with the question that is asked by now.
 */
export function inboundFrom({ at, said, about, speaks }: Posted, conversation: string): Inbound {
  return { ...anInbound(conversation), id: `form:${at}:${hashOf([about, said, speaks])}`, text: said, answers: about, speaks };
}

/** Somebody came by a consultation's word. The same conversation is begun once. */
export function joining(conversation: string, keyword: string, language: Language): Inbound {
  return { ...anInbound(conversation), kind: 'joined', id: 'joined', text: keyword, language };
}

/** The button of the first page. */
export function beginning(conversation: string, { about, begin }: { readonly about: string; readonly begin: string }): Inbound {
  return { ...anInbound(conversation), id: 'begin', text: begin, answers: about };
}

/** Somebody goes on by a code: each one that they try in a form is heard once, and counted with the others of that form. */
export function coded(conversation: string, code: string, { opens, language }: Pick<Inbound, 'opens' | 'language'>): Inbound {
  return { ...anInbound(conversation), id: `code:${hashOf(code)}`, text: code, opens, language };
}

export function one(field: Fields[string] | undefined): string | undefined {
  return typeof field === 'string' ? field : field?.[0];
}

export function languageIn(field: Fields[string] | undefined): Language | undefined {
  return languages.find((language) => language === one(field));
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

function anInbound(conversation: string) {
  return { channel: 'page', room: pageRoom, address: conversation, answeredByProvider: false } as const;
}
