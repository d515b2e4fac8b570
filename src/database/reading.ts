import pg from 'pg';
import type { Prisma } from './generated/client.ts';
import { unbroken } from './unbroken.ts';

/** Sends a statement by itself, past Prisma, and hands back its rows. */
export type Read = <Row>(statement: Prisma.Sql) => Promise<readonly Row[]>;

/** So many statements are prepared, those that come first; PostgreSQL keeps about 130 KB for each and connection. Others go as they are. */
const mostPrepared = 50;

/**
 * Reads by pg, each statement prepared once for each connection: a search is planned for half as long as it runs, and Prisma would add as much
 * again to a short one. Times and numbers come as Prisma has them.
 */
export function createRead(pool: pg.Pool): Read {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    if (!names.has(text) && names.size < mostPrepared) names.set(text, `read-${names.size}`);
    return names.get(text);
  };
  return async <Row>({ text, values }: Prisma.Sql) => {
    const name = nameOf(text);
    const { rows } = await unbroken(() => pool.query({ text, values: values as unknown[], types, ...(name !== undefined && { name }) }));
    return rows as readonly Row[];
  };
}

const dayType = 1082;
const asDay = (written: string) => new Date(`${written}T00:00:00Z`);

/** A day is its midnight in UTC, wherever the server stands. */
const types = {
  getTypeParser: ((type: number, format?: 'text') =>
    type === dayType ? asDay : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};
