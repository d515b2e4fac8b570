import type { Prisma } from '#database/prisma.ts';

/** What the database holds when a conversation is over, each as lines that a reader understands. */
export interface Kept {
  /** Where each response stands. */
  readonly status: readonly string[];
  /** Each answer: what was chosen, and what was said. */
  readonly answers: readonly string[];
  readonly aboutYou: readonly string[];
  /** Our random references, to be masked: they differ each time. */
  readonly references: readonly string[];
}

export async function readKept(database: Prisma): Promise<Kept> {
  const responses = await database.response.findMany({
    orderBy: [{ startedAt: 'asc' }, { consultationKey: 'asc' }],
    include: { answers: { orderBy: [{ givenAt: 'asc' }, { questionKey: 'asc' }] } },
  });
  const aboutYou = await database.aboutYouAnswer.findMany({ orderBy: [{ consultationKey: 'asc' }, { questionKey: 'asc' }] });
  const optedOut = await database.contactPoint.count({ where: { optedOutAt: { not: null } } });
  return {
    status: [...responses.map(statusOf), ...(optedOut > 0 ? ['opted out'] : [])],
    answers: responses.flatMap(({ answers }) =>
      answers.map(
        ({ questionKey, value, said }) => `${questionKey}: ${JSON.stringify(value)}${said === null ? '' : ` | ${inOneLine(said)}`}`,
      ),
    ),
    aboutYou: aboutYou.map(({ questionKey, value }) => `${questionKey}: ${JSON.stringify(value)}`),
    references: responses.map(({ reference }) => reference),
  };
}

interface ResponseRow {
  readonly consultationKey: string;
  readonly versionNumber: number;
  readonly language: string;
  readonly place: string | null;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

function statusOf({ consultationKey, versionNumber, language, place, submittedAt, withdrawnAt }: ResponseRow): string {
  const stands = withdrawnAt ? 'withdrawn' : submittedAt ? 'submitted' : 'not sent';
  return `${consultationKey} ${stands}, version ${versionNumber}, ${language}${place ? `, ${place}` : ''}`;
}

const mostShown = 60;

/** A long answer is shown by its beginning and its length. */
function inOneLine(said: string): string {
  const line = said.replaceAll('\n', '\\n');
  return line.length <= mostShown ? line : `${line.slice(0, mostShown)}... (${said.length})`;
}
