import { londonDay } from '#calendar/londonDay.ts';
import type { Prisma } from '#database/prisma.ts';

/** What the database holds, as lines that a reader understands: `status` of each response, `updates` and `consents`, its `answers`, and the answers `about you`. */
export type Kept = Readonly<Record<string, readonly string[]>>;

export async function readKept(database: Prisma): Promise<Kept> {
  const responses = await database.response.findMany({
    orderBy: [{ startedAt: 'asc' }, { consultationKey: 'asc' }],
    include: { answers: { orderBy: [{ givenAt: 'asc' }, { questionKey: 'asc' }] } },
  });
  const aboutYou = await database.aboutYouAnswer.findMany({ orderBy: [{ consultationKey: 'asc' }, { questionKey: 'asc' }] });
  const notices = await database.noticeAnswer.findMany({ orderBy: [{ saidAt: 'asc' }, { answer: 'asc' }] });
  const unreachable = await database.contactPoint.findMany({ where: { unreachableAt: { not: null } } });
  const optedOut = await database.contactPoint.count({ where: { optedOutAt: { not: null } } });
  const subscriptions = await database.subscription.findMany({ orderBy: [{ topic: 'asc' }, { place: 'asc' }] });
  const consents = await database.consent.findMany({ orderBy: [{ at: 'asc' }, { topic: 'asc' }] });
  const unmet = await database.unmetNeed.findMany({ orderBy: { need: 'asc' } });
  const reports = await database.entryReport.findMany({ orderBy: { reportedAt: 'asc' }, include: { service: true } });
  const offers = await database.listingOffer.findMany();
  const log = await database.message.findMany({ orderBy: [{ sentAt: 'asc' }, { sequence: 'asc' }] });
  return {
    log: log.flatMap(({ direction, activity }) => {
      const { text } = activity as { text?: string };
      return text === undefined ? [] : [`${direction}: ${text.replaceAll('\n', ' / ')}`];
    }),
    heard: log.flatMap(({ direction, activity }) => (direction === 'in' ? [(activity as { text?: string }).text ?? '(came)'] : [])),
    updates: subscriptions.map(({ topic, place }) => `${topic} in ${place}`),
    consents: consents.map(
      ({ topic, given, wording, channel, language }) => `${topic} ${given ? 'yes' : 'no'} (${wording}, ${channel}, ${language})`,
    ),
    offers: offers.map(
      ({ kind, record, language }) =>
        `${kind}, ${language}: ${JSON.stringify(record, (key, value) => (key === 'sealedPhone' ? '(sealed)' : value)).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')}`,
    ),
    unmet: unmet.map(({ need, place, language }) => `${need}, ${place ?? 'anywhere'}, ${language}`),
    reports: reports.map(({ service, what, words }) => `${service.name}: ${what}${words === null ? '' : ` | ${words}`}`),
    status: [...responses.map(statusOf), ...(optedOut > 0 ? ['opted out'] : [])],
    notices: notices.map(
      ({ consultationKey, answer, remindOn }) => `${consultationKey} ${answer}${remindOn ? `, ${londonDay(remindOn)}` : ''}`,
    ),
    unreachable: unreachable.map(({ unreachableReason }) => unreachableReason ?? ''),
    answers: responses.flatMap(({ answers }) => answers.map(answerOf)),
    enquiries: (await database.enquiry.findMany({ include: { opportunity: true }, orderBy: { sentAt: 'asc' } })).map(
      ({ name, answeredAt, startedAt, declinedAt, opportunity: { title } }) =>
        `${title}: ${[answeredAt && 'answered', startedAt && 'started', declinedAt && 'declined'].filter(Boolean).join(', ') || 'sent'}, name ${name ? 'kept' : 'deleted'}`,
    ),
    'about you': aboutYou.map(({ questionKey, value }) => `${questionKey}: ${JSON.stringify(value)}`),
  };
}

/** The tables in which any row holds this, however it is spaced and written. Places and the samples' listings are not what somebody said. */
export async function tablesHolding(database: Prisma, words: string): Promise<readonly string[]> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('postcode', 'place') ORDER BY table_name`;
  const pattern = [...words.replace(/\s/g, '')].join('\\s*');
  const held = await Promise.all(
    tables.map(({ name }) => database.$queryRawUnsafe<object[]>(`SELECT FROM "${name}" AS held WHERE held::text ~* $1 LIMIT 1`, pattern)),
  );
  return tables.flatMap(({ name }, place) => (held[place]?.length ? [name] : []));
}

interface ResponseRow {
  readonly consultationKey: string;
  readonly versionNumber: number;
  readonly language: string;
  readonly place: string | null;
  readonly council: string | null;
  readonly minuteReference: string | null;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

function statusOf({
  consultationKey,
  versionNumber,
  language,
  place,
  council,
  minuteReference,
  submittedAt,
  withdrawnAt,
}: ResponseRow): string {
  const stands = withdrawnAt ? 'withdrawn' : submittedAt ? 'submitted' : 'not sent';
  return `${consultationKey} ${stands}, version ${versionNumber}, ${language}${place ? `, ${place}` : ''}${council ? `, for ${council} by minute ${minuteReference ?? '(none)'}` : ''}`;
}

/** What was chosen, and what was said. */
function answerOf({ questionKey, value, said }: { questionKey: string; value: unknown; said: string | null }): string {
  const chosen = `${questionKey}: ${shortened(JSON.stringify(value))}`;
  return said === null ? chosen : `${chosen} | ${shortened(said.replaceAll('\n', '\\n'))}`;
}

const mostShown = 60;

/** A long answer is shown by its beginning and its length. */
function shortened(line: string): string {
  return line.length <= mostShown ? line : `${line.slice(0, mostShown)}... (${line.length})`;
}
