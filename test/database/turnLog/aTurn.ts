import { randomBytes, randomUUID } from 'node:crypto';
import type { ConsultationFact } from '#consultations/facts.ts';
import type { DecidedTurn, Loaded, LoadedConversation } from '#database/turnLog/rows.ts';
import type { TestDatabase } from '#test/setup/database.ts';

export const at = new Date('2026-11-20T10:00:00.000Z');

/** Somebody by their keyed hash. */
export const somebody = () => ({ channel: 'sms', lookup: new Uint8Array(randomBytes(32)) });
export type Somebody = ReturnType<typeof somebody>;

export const ask = (who: Somebody, providerId: string = randomUUID()) => ({ ...who, providerId });

export interface TurnOptions {
  readonly who?: Somebody;
  readonly providerId?: string;
  readonly facts?: readonly ConsultationFact[];
  readonly replies?: readonly string[];
  readonly state?: object;
  readonly inHand?: { readonly id: string; readonly aboutYouKey: string };
}

/** The turn that follows from what was loaded: one message heard, one reply, and whatever facts. */
export function aTurn(loaded: Loaded, options: TurnOptions = {}): DecidedTurn {
  const before = loaded.conversation ?? newConversation();
  const { who = somebody(), providerId = randomUUID(), facts = [], replies = ['ok'], state = { dialogStack: [] } } = options;
  const sequence = before.lastSequence + 1;
  const said = replies.map((text, place) => ({
    sequence: sequence + 1 + place,
    direction: 'out' as const,
    providerId: null,
    replyTo: sequence,
    activity: { type: 'message', text },
  }));
  return {
    conversation: {
      id: before.id,
      contactPointId: before.contactPointId,
      version: before.version,
      lastSequence: sequence + replies.length,
      language: 'en-GB',
      state,
      responseId: (options.inHand ?? before.inHand)?.id ?? null,
      aboutYouKey: (options.inHand ?? before.inHand)?.aboutYouKey ?? null,
    },
    newcomer: loaded.conversation ? undefined : { ...who, personId: randomUUID(), address: new Uint8Array([1, 2, 3]) },
    messages: [{ sequence, direction: 'in', providerId, replyTo: null, activity: { type: 'message', text: 'said' } }, ...said],
    facts,
    at,
  };
}

function newConversation(): LoadedConversation {
  const ids = { id: randomUUID(), contactPointId: randomUUID() };
  return {
    ...ids,
    version: 0,
    lastSequence: 0,
    language: null,
    state: {},
    optedOut: false,
    unreachable: false,
    address: undefined,
    inHand: undefined,
    outcomes: undefined,
  };
}

export const consultationKey = 'parks-2027';

/** Two versions of a consultation to answer. */
export async function aConsultation({ prisma }: TestDatabase): Promise<void> {
  await prisma.consultation.create({ data: { key: consultationKey, secret: new Uint8Array(32) } });
  await prisma.consultationVersion.create({ data: { consultationKey, number: 1, definition: {}, publishedAt: at } });
}

export function aStart(overrides: { readonly reference?: string } = {}) {
  const response = {
    id: randomUUID(),
    consultationKey,
    versionNumber: 1,
    respondentKey: randomBytes(32).toString('hex'),
    aboutYouKey: randomBytes(32).toString('hex'),
    reference: randomUUID(),
    channel: 'sms',
    language: 'en-GB',
    place: null,
    council: null,
    minuteReference: null,
    ...overrides,
  };
  return { kind: 'responseStarted', response } as const satisfies ConsultationFact;
}

export function anAnswer(responseId: string, questionKey: string, value: string | number | null | readonly string[]) {
  return {
    kind: 'answerGiven',
    responseId,
    questionKey,
    value,
    said: String(value),
    language: 'en-GB',
  } as const satisfies ConsultationFact;
}
