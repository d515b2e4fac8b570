import { randomUUID } from 'node:crypto';
import { type Inbound, type OnRecorded, type OnTurn, type Reply, TryAgainLater } from '#channels/channel.ts';
import type { Consultations } from '#consultations';
import type { Prisma } from '#database/generated/client.ts';
import type { CommitResult, TurnLog } from '#database/turnLog/index.ts';
import type { DecidedTurn, Loaded, LoadedConversation } from '#database/turnLog/rows.ts';
import { clean } from '#language/hearing/clean.ts';
import { hearCrisis } from '#language/hearing/crisis.ts';
import { defaultLanguage, type Language, languages } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { installing } from '#people';
import { type EverydayFact, isRare, type RareFact } from './facts.ts';
import type { ConversationState, Handle } from './handler.ts';
import { hearStopAndStart } from './optOut.ts';
import { createQueue } from './queue.ts';
import { type TurnInHand, turnInHand } from './turnInHand.ts';

/** More turns at once than this means that the database does not keep up: it is better to say so than to hold people's messages in memory. */
const mostTurnsAtOnce = 1000;
/** Another process heard this conversation at the same moment. It would have to win so often in a row that something else must be wrong. */
const mostAttempts = 8;

export interface TurnServices {
  readonly turnLog: TurnLog;
  readonly handle: Handle;
  /** Helps whoever writes in need, where no dialog hears them. */
  help(turn: TurnInHand): void;
  readonly consultations: Consultations;
  readonly words: Words;
  readonly contacts: Contacts;
  readonly now: () => Date;
  readonly report: TurnReport;
  readonly onRecorded?: OnRecorded;
  recordRare(transaction: Prisma.TransactionClient, fact: RareFact, at: Date): Promise<void>;
  /** Whether an error means that the database cannot be reached at the moment. */
  isAway(reason: unknown): boolean;
}

/** How an address is found and kept. */
export interface Contacts {
  lookup(channel: string, address: string): Uint8Array;
  seal(address: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

/** One line a turn, ids only. */
export interface TurnReport {
  heard(line: { turn: string; conversation: string; channel: string; outcome: string; ms: number }): void;
  mishap(line: { turn: string; channel: string; reason: unknown }): void;
}

export interface Turns {
  readonly onTurn: OnTurn;
  /** Begins something with somebody: as a turn, with nothing heard. Throws where it could not be recorded. */
  begin(approach: Inbound, lookup: Uint8Array): Promise<readonly Reply[]>;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
}

/** Load, decide, commit: see docs/architecture.md. */
export function createTurns(services: TurnServices): Turns {
  const queue = createQueue();
  function inOrder(inbound: Inbound, lookup: Uint8Array): Promise<readonly Reply[]> {
    if (queue.size >= mostTurnsAtOnce) return Promise.reject(new TryAgainLater('too many turns at once', 5));
    return queue.run(`${inbound.channel} ${Buffer.from(lookup).toString('base64')}`, () => hearOnce(services, inbound, lookup));
  }
  return {
    idle: () => queue.idle(),
    begin: inOrder,
    onTurn: (inbound) => inOrder(inbound, services.contacts.lookup(inbound.channel, inbound.address)),
  };
}

async function hearOnce(services: TurnServices, inbound: Inbound, lookup: Uint8Array): Promise<readonly Reply[]> {
  const turn = randomUUID();
  const began = performance.now();
  const { channel } = inbound;
  let language = spoken(inbound.language);
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const loaded = await services.turnLog.load({ channel, lookup, providerId: inbound.id, withAddress: inbound.reference !== undefined });
      const conversation = loaded.conversation?.id ?? randomUUID();
      const tell = (outcome: string) => services.report.heard({ turn, conversation, channel, outcome, ms: performance.now() - began });
      if (loaded.answeredBefore) {
        tell('heard before');
        return loaded.answeredBefore as Reply[];
      }
      language = spoken(loaded.conversation?.language ?? inbound.language);
      const decided = await decide(services, { inbound, language, lookup, id: conversation, loaded });
      if ((await commit(services, decided)) === 'moved') continue;
      services.onRecorded?.(
        inbound,
        decided.messages.map((message) => ({ ...message, at: decided.at })),
      );
      tell(attempt === 1 ? 'recorded' : `recorded at attempt ${attempt}`);
      return decided.replies;
    }
    throw new Error(`the conversation moved ${mostAttempts} times`);
  } catch (reason) {
    services.report.mishap({ turn, channel, reason });
    if (services.isAway(reason)) throw new TryAgainLater('the database is away', 5, { cause: reason });
    if (inbound.kind === 'approach') throw reason;
    return [{ type: 'message', text: services.words(language, 'turn.mishap') }];
  }
}

interface Decided extends DecidedTurn {
  readonly replies: readonly Reply[];
  readonly facts: readonly EverydayFact[];
  readonly rareFacts: readonly RareFact[];
}

interface Undecided {
  readonly inbound: Inbound;
  readonly language: Language;
  readonly lookup: Uint8Array;
  /** The conversation's. */
  readonly id: string;
  readonly loaded: Loaded;
}

/** Works in memory on what was loaded: nothing is written and nothing is sent, so it can be done again without harm. */
async function decide(services: TurnServices, { inbound, language, lookup, id, loaded }: Undecided): Promise<Decided> {
  const { conversation } = loaded;
  const before = conversation ?? {
    contactPointId: randomUUID(),
    version: 0,
    lastSequence: 0,
    optedOut: false,
    unreachable: false,
    address: undefined,
    inHand: undefined,
    outcomes: undefined,
  };
  const turn = turnInHand({
    inbound,
    now: services.now(),
    said: clean(inbound.text),
    first: conversation === undefined,
    turnsBefore: before.version,
    language,
    contactPointId: before.contactPointId,
    optedOut: before.optedOut,
    cameBack: before.unreachable,
    inHand: before.inHand,
    outcomes: before.outcomes,
    catalogue: await services.consultations.catalogue(loaded.catalogueRevision),
    words: services.words,
  });
  const state: ConversationState = (conversation?.state as ConversationState | undefined) ?? { dialogStack: [] };
  reach(turn, inbound, before, services.contacts);
  const heard = isMessage(inbound) ? hearStopAndStart(turn, inbound) : inbound.kind === 'left' ? 'silent' : 'go on';
  // Whoever was erased has no address any more until they ask to be written to.
  if (turn.facts.some(({ kind }) => kind === 'optedIn'))
    turn.record({
      kind: 'addressChanged',
      contactPointId: turn.contactPointId,
      address: services.contacts.seal(inbound.reference ?? inbound.address),
    });
  // Where others read nobody is helped aloud, and it stands in no log all the same.
  if (inbound.shared && hearCrisis(turn.said)) turn.keepNothing();
  // Whoever said STOP, and then writes in need, asks for this one answer.
  else if (heard !== 'go on') services.help(turn);
  if (heard === 'go on' && inbound.shared) greetTogether(turn, inbound, conversation);
  else if (heard === 'go on') await services.handle(inbound, turn, id, state);

  return {
    conversation: {
      id,
      contactPointId: before.contactPointId,
      version: before.version,
      lastSequence: before.lastSequence + 1 + turn.replies.length,
      language: turn.language,
      state,
      responseId: turn.inHand?.id ?? null,
      aboutYouKey: turn.inHand?.aboutYouKey ?? null,
    },
    newcomer: conversation
      ? undefined
      : { personId: randomUUID(), channel: inbound.channel, lookup, address: services.contacts.seal(inbound.reference ?? inbound.address) },
    messages: messages(inbound, turn, before.lastSequence + 1),
    facts: turn.facts.filter((fact) => !isRare(fact)) as EverydayFact[],
    rareFacts: turn.facts.filter(isRare),
    replies: turn.replies,
    at: turn.now,
  };
}

/**
 * Where several people read, nothing is asked of anybody. Installed there, or once more, we tell what the council asks; but STOP holds
 * until somebody says START.
 */
function greetTogether(turn: TurnInHand, { kind, channel }: Inbound, before: LoadedConversation | undefined): void {
  turn.say(turn.optedOut ? 'turn.sharedStopped' : 'turn.shared');
  const installed = kind === 'joined' && (!before || before.unreachable);
  if (turn.optedOut || !installed) return;
  turn.record({ kind: 'subscribed', contactPointId: turn.contactPointId, channel, language: turn.language, ...installing });
}

/** Whoever speaks can be reached, and whoever left cannot; where they can be reached may have changed. */
function reach(turn: TurnInHand, inbound: Inbound, before: Pick<LoadedConversation, 'unreachable' | 'address'>, contacts: Contacts): void {
  const { contactPointId } = turn;
  const { reference } = inbound;
  if (inbound.kind === 'left') turn.record({ kind: 'becameUnreachable', contactPointId, reason: 'The app was removed.' });
  else if (before.unreachable && inbound.kind !== 'approach') turn.record({ kind: 'becameReachable', contactPointId });
  if (reference === undefined || before.address === undefined || contacts.open(before.address) === reference) return;
  turn.record({ kind: 'addressChanged', contactPointId, address: contacts.seal(reference) });
}

function messages(inbound: Inbound, turn: TurnInHand, sequence: number): DecidedTurn['messages'] {
  const heard = {
    sequence,
    direction: 'in',
    providerId: inbound.id,
    replyTo: null,
    activity: isMessage(inbound) ? { type: 'message', text: turn.kept } : { type: 'event' },
  } as const;
  const said = turn.replies.map((activity, place) => {
    return { sequence: sequence + 1 + place, direction: 'out', providerId: null, replyTo: sequence, activity } as const;
  });
  return [heard, ...said];
}

function commit({ turnLog, recordRare }: TurnServices, decided: Decided): Promise<CommitResult> {
  if (decided.rareFacts.length === 0) return turnLog.commit(decided);
  return turnLog.commitWith(decided, async (transaction) => {
    for (const fact of decided.rareFacts) await recordRare(transaction, fact, decided.at);
  });
}

function isMessage({ kind = 'message' }: Inbound): boolean {
  return kind === 'message';
}

function spoken(language: string | null | undefined): Language {
  return languages.find((known) => known === language) ?? defaultLanguage;
}
