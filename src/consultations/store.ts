import type { Prisma, PrismaClient } from '#database/generated/client.ts';
import type { Definition, Value } from './definition.ts';
import type { ConsultationFact } from './facts.ts';
import type { Feedback } from './feedback/definition.ts';

/** The catalogue's one row. */
const catalogueId = 1;

/** A version as stored. The definition was parsed before it was stored, and nothing else writes here. */
export interface StoredVersion {
  readonly number: number;
  readonly definition: Definition;
  readonly publishedAt: Date | null;
}

/** What came of a consultation: written, and told once it is approved. */
export interface StoredFeedback {
  readonly definition: Feedback;
  readonly writtenBy: string;
  readonly approvedAt: Date | null;
}

export interface StoredConsultation {
  readonly key: string;
  /** Sealed. */
  readonly secret: Uint8Array;
  readonly closedAt: Date | null;
  readonly feedback: StoredFeedback | null;
  /** Oldest first; never none. */
  readonly versions: readonly StoredVersion[];
}

export interface StoredCounts {
  readonly consultationKey: string;
  readonly started: number;
  readonly partial: number;
  readonly submitted: number;
  readonly withdrawn: number;
  readonly councils: number;
}

export type Store = ReturnType<typeof createStore>;

export type StoredResponse = NonNullable<Awaited<ReturnType<Store['response']>>>;

export function createStore(database: PrismaClient) {
  async function responseWhere(where: Prisma.ResponseWhereUniqueInput) {
    const response = await database.response.findUnique({
      where,
      include: { answers: { select: answerColumns }, version: { select: { consultation: { select: { secret: true } } } } },
    });
    return response && { ...response, answers: asAnswers(response.answers), secret: response.version.consultation.secret };
  }

  return {
    /** Does one write on the catalogue: alone, one after another, and with the revision moved in the same transaction. */
    change<T>(write: (desk: Desk) => Promise<T>): Promise<T> {
      return database.$transaction(async (tx) => {
        // Moving the revision first locks the row, so that two writers never see the same versions.
        await moveCatalogue(tx);
        return write(deskIn(tx));
      });
    },

    /** How often the catalogue has changed. */
    async revision(): Promise<number> {
      return (await database.catalogue.findUnique({ where: { id: catalogueId } }))?.revision ?? 0;
    },

    /** Revision and consultations of one moment. */
    async snapshot(): Promise<{ readonly revision: number; readonly consultations: readonly StoredConsultation[] }> {
      return database.$transaction(
        async (tx) => ({
          revision: (await tx.catalogue.findUnique({ where: { id: catalogueId } }))?.revision ?? 0,
          consultations: await allConsultations(tx),
        }),
        { isolationLevel: 'RepeatableRead' },
      );
    },

    async publishedDefinition(consultationKey: string, number: number): Promise<Definition | undefined> {
      const row = await database.consultationVersion.findFirst({ where: { consultationKey, number, publishedAt: { not: null } } });
      return row?.definition as unknown as Definition | undefined;
    },

    /** Responses of each consultation, counted without reading them. A response is partial once one answer is more than a skip. */
    counts: () => database.$queryRaw<StoredCounts[]>`
      SELECT r.consultation_key AS "consultationKey",
        count(*) FILTER (WHERE r.capacity = 'own' AND r.withdrawn_at IS NULL AND r.submitted_at IS NULL AND NOT a.given)::int AS started,
        count(*) FILTER (WHERE r.capacity = 'own' AND r.withdrawn_at IS NULL AND r.submitted_at IS NULL AND a.given)::int AS partial,
        count(*) FILTER (WHERE r.capacity = 'own' AND r.withdrawn_at IS NULL AND r.submitted_at IS NOT NULL)::int AS submitted,
        count(*) FILTER (WHERE r.capacity = 'own' AND r.withdrawn_at IS NOT NULL)::int AS withdrawn,
        count(*) FILTER (WHERE r.capacity = 'council' AND r.withdrawn_at IS NULL AND r.submitted_at IS NOT NULL)::int AS councils
      FROM response r, LATERAL (SELECT r.submitted_at IS NULL AND r.withdrawn_at IS NULL AND
        EXISTS (SELECT FROM answer WHERE response_id = r.id AND value <> 'null'::jsonb) AS given) a
      GROUP BY r.consultation_key`,

    /** The response of a respondent key, hex, with its answers and the consultation's sealed secret. */
    findResponse(consultationKey: string, respondentKey: string) {
      return responseWhere({ consultationKey_respondentKey: { consultationKey, respondentKey: bytes(respondentKey) } });
    },

    response: (id: string) => responseWhere({ id }),

    /** The about-you answers of one holder, hex. */
    async aboutYouAnswers(holder: string): Promise<Readonly<Record<string, Value>>> {
      return asAnswers(await database.aboutYouAnswer.findMany({ where: { holder: bytes(holder) }, select: answerColumns }));
    },
  };
}

/** Every process knows at its next turn that the catalogue has changed. */
export async function moveCatalogue({ catalogue }: Prisma.TransactionClient): Promise<void> {
  await catalogue.upsert({
    where: { id: catalogueId },
    create: { id: catalogueId, revision: 1 },
    update: { revision: { increment: 1 } },
  });
}

/** What can be read and written of consultations inside one transaction. */
export type Desk = ReturnType<typeof deskIn>;

function deskIn(tx: Prisma.TransactionClient) {
  return {
    /** Oldest first. */
    consultations: () => allConsultations(tx),

    /** A consultation without versions yet. `secret` is sealed. */
    async add(key: string, secret: Uint8Array, now: Date): Promise<void> {
      await tx.consultation.create({ data: { key, secret: new Uint8Array(secret), createdAt: now } });
    },

    /** A draft that has this number already is replaced. */
    async putDraft(number: number, definition: Definition, now: Date): Promise<void> {
      const json = definition as unknown as Prisma.InputJsonObject;
      await tx.consultationVersion.upsert({
        where: { consultationKey_number: { consultationKey: definition.key, number } },
        create: { consultationKey: definition.key, number, definition: json, importedAt: now },
        update: { definition: json, importedAt: now },
      });
    },

    async markPublished(key: string, number: number, now: Date): Promise<void> {
      await tx.consultationVersion.update({
        where: { consultationKey_number: { consultationKey: key, number } },
        data: { publishedAt: now },
      });
    },

    async markClosed(key: string, now: Date): Promise<void> {
      await tx.consultation.update({ where: { key }, data: { closedAt: now } });
    },
  };
}

async function allConsultations(tx: Prisma.TransactionClient): Promise<readonly StoredConsultation[]> {
  const rows = await tx.consultation.findMany({
    include: { versions: { orderBy: { number: 'asc' } }, feedback: true },
    orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    feedback: row.feedback && { ...row.feedback, definition: row.feedback.definition as unknown as Feedback },
    versions: row.versions.map((version) => ({ ...version, definition: version.definition as unknown as Definition })),
  }));
}

/**
 * Records a withdrawal inside the transaction of the turn: every answer is destroyed, and with the respondent key the way back to the
 * person. The row stays, so that the counts stay true. Once more does nothing more.
 */
export async function recordWithdrawal(
  tx: Prisma.TransactionClient,
  { responseId, aboutYouKey }: Extract<ConsultationFact, { kind: 'responseWithdrawn' }>,
  now: Date,
): Promise<void> {
  await tx.answer.deleteMany({ where: { responseId } });
  await tx.aboutYouAnswer.deleteMany({ where: { holder: bytes(aboutYouKey) } });
  await tx.resumeCode.deleteMany({ where: { responseId } });
  await tx.resumedElsewhere.deleteMany({ where: { responseId } });
  await tx.response.updateMany({ where: { id: responseId, withdrawnAt: null }, data: { withdrawnAt: now, respondentKey: null } });
}

const answerColumns = { questionKey: true, value: true } as const;

function asAnswers(rows: readonly { questionKey: string; value: Prisma.JsonValue }[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(rows.map(({ questionKey, value }) => [questionKey, value as Value]));
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
