import type { Request } from 'restify';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import type { Inbound, Recorded } from '../channel.ts';

/** What the channel is given by whoever puts it to work. */
export interface PageNeeds {
  /** Names conversations and signs forms; every process behind the same address has the same. */
  readonly nameKey: Uint8Array;
  /** Where residents find us: scheme, host and port, no path. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly consultations: Consultations;
  readonly words: Words;
  /** As the council calls itself, where we know. */
  readonly council?: string | undefined;
  readonly now: () => Date;
  /** A form's fields; throws 413 or 415 for what cannot be read. */
  readForm(request: Request): Promise<Fields>;
  /** Counts something said in a conversation; throws 429. */
  countContact(conversation: string): Promise<void>;
  /** Whether an error means that the database cannot be reached at the moment. */
  isAway(reason: unknown): boolean;
  /** Told of every failure that is ours. */
  report(reason: unknown): void;
}

/** A form as it was sent; a field that came more than once is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What the channel needs of the store, by address: here, a conversation's name. */
export interface Log {
  /** What was said after a sequence, oldest first, at most 100; nothing for a conversation that nobody began. */
  read(conversation: string, after: number): Promise<{ readonly last: number; readonly messages: readonly Recorded[] } | undefined>;
  /** The sequence under which a message was heard. */
  heard(conversation: string, providerId: string): Promise<number | undefined>;
}

export interface Consultations {
  /** A published one, in words of a language. */
  find(key: string, language: Language): Promise<Introduced | undefined>;
  /** Those that take answers now. */
  open(language: Language): Promise<readonly Introduced[]>;
  /** What the bot asks where a consultation begins, and what agrees to it: our first page has said all that already. */
  introduction(key: string): { readonly about: string; readonly begin: string };
  /** What a code from another device opens, whatever was written for one. */
  codeOpens(written: string): NonNullable<Inbound['opens']>;
  /** The consultation that asks this (see `Asking.about`), if it is one that asks. */
  asking(about: string): string | undefined;
}

/** A consultation as its first page shows it; days in words. */
export interface Introduced {
  readonly key: string;
  /** The word that opens it. */
  readonly keyword: string;
  readonly state: 'notYetOpen' | 'open' | 'closed';
  /** What came of it, once people are told. */
  readonly outcome?: string;
  readonly title: string;
  readonly summary: string;
  readonly decision: string;
  readonly maker: string;
  readonly decidedOn?: string;
  readonly opensOn: string;
  readonly lastDay: string;
  readonly closedOn: string;
  readonly closesAt: Date;
  readonly questions: number;
  readonly minutes: number;
  readonly privacy?: string;
}
