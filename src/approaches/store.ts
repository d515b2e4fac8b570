import { Prisma, type PrismaClient } from '#database/generated/client.ts';
import { Overtaken } from '#database/turnLog/overtaken.ts';
import type { ApproachFact } from './facts.ts';
import { type ApproachEnd, lostAfterMs, quietMs, type ReceiptLater, type Try, worthAgainAt } from './rules.ts';
import { type AskedBefore, countedDays, daysBefore, tooManyTexts } from './texting.ts';

/** Something that we begin with somebody. */
export interface Planned {
  readonly key: string;
  readonly channel: string;
  /** Keyed hash of the address. */
  readonly lookup: Uint8Array<ArrayBuffer>;
  /** Sealed. */
  readonly address: Uint8Array<ArrayBuffer>;
  readonly dialog: string;
  readonly options: object;
  readonly dueAt: Date;
  /** Worth nothing from then on. */
  readonly notAfter?: Date;
}

/** One that is due, in hand. */
export interface Claimed {
  readonly id: string;
  readonly channel: string;
  readonly lookup: Uint8Array;
  readonly address: Uint8Array;
  readonly dialog: string;
  readonly options: object;
  readonly attempts: number;
  /** Worth nothing from then on. */
  readonly notAfter: Date | null;
  /** The number was given for this text alone. */
  readonly once: boolean;
  /** Somebody who opted out, on whichever of their contact points, hears nothing. */
  readonly optedOut: boolean;
}

/** Nobody's newest message lies further back than this in half an hour of which they said nothing more. */
const lately = 50;

export type ApproachStore = ReturnType<typeof createApproachStore>;

export function createApproachStore(database: PrismaClient) {
  /** A number that was given for one text goes as soon as that is over, and what it said with it; its keyed hash stays to be counted. */
  const forgetNumbers = () => database.$executeRaw`
    UPDATE approach SET address = '', options = '{}'
    WHERE asked_at IS NOT NULL AND (sent_at IS NOT NULL OR failed_at IS NOT NULL) AND address <> ''`;

  return {
    /** Plans one; planned before and not begun, it moves. */
    plan: (planned: Planned) => plan(database, planned),

    /**
     * Takes the one that is due longest in hand, passing over what another process looks at and whoever is in the middle of something, but for
     * what they wait for. One alone: whoever says STOP, or is erased, while others are written to is heard, and whoever dies with it loses no other.
     */
    async claim(now: Date, channels: readonly string[]): Promise<Claimed | undefined> {
      const [claimed] = await database.$queryRaw<Claimed[]>`
      WITH due AS MATERIALIZED (
        SELECT approach.id, EXISTS (
          SELECT FROM contact_point theirs WHERE theirs.person_id = point.person_id AND theirs.opted_out_at IS NOT NULL) AS opted_out
        FROM approach
        LEFT JOIN contact_point point ON point.channel = approach.channel AND point.lookup = approach.lookup
        LEFT JOIN conversation ON conversation.contact_point_id = point.id
        WHERE begun_at IS NULL AND failed_at IS NULL AND due_at <= ${now} AND (not_after IS NULL OR not_after > ${now})
          AND approach.channel = ANY (${channels as string[]})
          AND (asked_by IS NOT NULL OR NOT EXISTS (
            SELECT FROM message said WHERE said.conversation_id = conversation.id AND said.sequence > conversation.last_sequence - ${lately}
              AND said.direction = 'in' AND said.activity->>'type' = 'message' AND said.sent_at > ${new Date(now.getTime() - quietMs)}))
        ORDER BY due_at LIMIT 1 FOR UPDATE OF approach SKIP LOCKED)
      UPDATE approach SET begun_at = ${now}, attempts = attempts + 1, sent_at = NULL, provider_id = NULL FROM due WHERE approach.id = due.id
      RETURNING approach.id, channel, lookup, address, dialog, options, attempts, not_after AS "notAfter", asked_by IS NOT NULL AS once,
        opted_out AS "optedOut"`;
      return claimed;
    },

    async finish(id: string, end: ApproachEnd, now: Date): Promise<void> {
      const data =
        end.end === 'sent'
          ? { sentAt: now, providerId: end.providerId }
          : end.end === 'failed'
            ? { failedAt: now, reason: end.reason }
            : { begunAt: null, dueAt: end.at };
      // What the provider has spoken of meanwhile is no longer unknown.
      const where = end.end === 'failed' && end.reason === 'unknown' ? { id, sentAt: null } : { id };
      // Whoever was erased meanwhile took it along.
      await database.$transaction([database.approach.updateMany({ where, data }), forgetNumbers()]);
    },

    /**
     * What arrived has arrived, whatever else is said of it; and what the provider speaks of, it has taken, so that it is no longer unknown. What
     * did not arrive and has an end of its own is due again where it is worth it before that.
     */
    async told({ id, attempts }: Try, receipt: ReceiptLater, now: Date): Promise<void> {
      const { fact, providerId, failure } = receipt;
      const againAt = worthAgainAt(receipt, attempts, now) ?? null;
      const again = Prisma.sql`${fact} = 'failed' AND delivered_at IS NULL AND (failed_at IS NULL OR reason = 'unknown') AND not_after > ${againAt}::timestamptz`;
      await database.$executeRaw`
        UPDATE approach SET
          begun_at = CASE WHEN ${again} THEN NULL ELSE coalesce(begun_at, ${now}) END,
          due_at = CASE WHEN ${again} THEN ${againAt}::timestamptz ELSE due_at END,
          sent_at = coalesce(sent_at, ${now}), provider_id = coalesce(provider_id, ${providerId}),
          delivered_at = CASE WHEN ${fact} = 'delivered' THEN coalesce(delivered_at, ${now}) ELSE delivered_at END,
          failed_at = CASE WHEN ${fact} = 'delivered' OR delivered_at IS NOT NULL OR ${again} THEN NULL WHEN ${fact} = 'failed' THEN ${now}
            WHEN reason = 'unknown' THEN NULL ELSE failed_at END,
          reason = CASE WHEN ${fact} = 'delivered' OR delivered_at IS NOT NULL OR ${again} THEN NULL WHEN ${fact} = 'failed' THEN ${failure?.reason ?? 'notDelivered'}
            WHEN reason = 'unknown' THEN NULL ELSE reason END
        WHERE id = ${id}::uuid AND attempts = ${attempts} AND (begun_at IS NOT NULL OR ${fact} = 'delivered')`;
    },

    /** What was in hand when its process died may have been sent: it ends as unknown. What nobody began in its time is too late. */
    async sweep(now: Date): Promise<void> {
      const begunAt = { lt: new Date(now.getTime() - lostAfterMs) };
      await database.approach.updateMany({
        where: { begunAt, sentAt: null, failedAt: null },
        data: { failedAt: now, reason: 'unknown' },
      });
      await database.approach.updateMany({
        where: { begunAt: null, failedAt: null, notAfter: { lte: now } },
        data: { failedAt: now, reason: 'tooLate' },
      });
      await forgetNumbers();
      await database.approach.deleteMany({ where: { askedAt: { lt: daysBefore(now, countedDays) } } });
    },

    /** Whatever was due before a moment. Where others go by what became of it, they have done so by then. */
    async forget(dueBefore: Date): Promise<void> {
      await database.approach.deleteMany({ where: { dueAt: { lt: dueBefore } } });
    },

    isTooMany: (asked: Asked, now: Date) => isTooMany(database, asked, now),

    /** Whether the person of this number has opted out, on whichever of their contact points. */
    async hasOptedOut(channel: string, lookup: Uint8Array<ArrayBuffer>): Promise<boolean> {
      const person = { contactPoints: { some: { channel, lookup } } };
      return (await database.contactPoint.count({ where: { person, optedOutAt: { not: null } } })) > 0;
    },
  };
}

/** A text to a number, asked for by a contact point. */
interface Asked {
  readonly lookup: Uint8Array<ArrayBuffer>;
  readonly askedBy: string;
}

async function isTooMany(database: Prisma.TransactionClient, asked: Asked, now: Date): Promise<boolean> {
  return tooManyTexts(
    await askedSince(database, asked, daysBefore(now, 1)),
    await askedSince(database, asked, daysBefore(now, countedDays)),
  );
}

/** How many texts were asked for since a time: to this number, by this contact point, by everybody. */
async function askedSince(database: Prisma.TransactionClient, { lookup, askedBy }: Asked, since: Date): Promise<AskedBefore> {
  const [counted] = await database.$queryRaw<AskedBefore[]>`
    SELECT count(*) FILTER (WHERE lookup = ${lookup})::int AS "toNumber", count(*) FILTER (WHERE asked_by = ${askedBy}::uuid)::int AS "byAsker",
      count(*)::int AS "inAll"
    FROM approach WHERE asked_at > ${since}`;
  if (!counted) throw new Error('nothing was counted');
  return counted;
}

/** A number of our own choosing for PostgreSQL's advisory locks, which nothing else has. */
const textsAsked = 3978_0011;

/** Records inside the transaction of the turn. */
export async function recordApproachFact(tx: Prisma.TransactionClient, fact: ApproachFact, at: Date): Promise<void> {
  if (fact.kind === 'textAsked') return recordAsked(tx, fact, at);
  if (fact.kind === 'approachDropped') {
    await tx.approach.deleteMany({ where: { key: fact.key, begunAt: null } });
    return;
  }
  const { with: recipient, ...planned } = fact;
  const reached =
    'contactPointId' in recipient ? await tx.contactPoint.findUniqueOrThrow({ where: { id: recipient.contactPointId } }) : recipient;
  await plan(tx, {
    ...planned,
    channel: reached.channel,
    lookup: new Uint8Array(reached.lookup),
    address: new Uint8Array(reached.address),
  });
}

async function recordAsked(tx: Prisma.TransactionClient, fact: Extract<ApproachFact, { kind: 'textAsked' }>, askedAt: Date): Promise<void> {
  const { id, askedBy, text, dueAt } = fact;
  const [lookup, address] = [new Uint8Array(fact.lookup), new Uint8Array(fact.address)];
  const options = { text };
  // One after another over all processes: what is asked for at the same moment counts too.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${textsAsked})`;
  if (await isTooMany(tx, { lookup, askedBy }, askedAt)) throw new Overtaken('too many texts were asked for meanwhile');
  await tx.approach.create({
    data: { id, key: `text ${id}`, channel: 'sms', lookup, address, dialog: 'none', options, dueAt, askedBy, askedAt },
  });
}

async function plan(database: Prisma.TransactionClient, planned: Planned): Promise<void> {
  const { key, channel, lookup, address, dialog, options, dueAt, notAfter = null } = planned;
  await database.$executeRaw`
    INSERT INTO approach (id, key, channel, lookup, address, dialog, options, due_at, not_after)
    VALUES (gen_random_uuid(), ${key}, ${channel}, ${lookup}, ${address}, ${dialog}, ${JSON.stringify(options)}::jsonb, ${dueAt}, ${notAfter})
    ON CONFLICT (key) DO UPDATE SET due_at = EXCLUDED.due_at, not_after = EXCLUDED.not_after, options = EXCLUDED.options, dialog = EXCLUDED.dialog
      WHERE approach.begun_at IS NULL`;
}
