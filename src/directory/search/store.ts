import { Prisma } from '#database/generated/client.ts';
import type { Read } from '#database/reading.ts';
import { rootOf } from '#language/hearing/roots.ts';
import type { GridPoint } from '#places';
import { greyedAfter, hiddenAfter } from '../limits.ts';
import type { ServiceRecord } from '../record/record.ts';

export interface SearchAsked {
  /** In the words of PostgreSQL's websearch_to_tsquery: "food bank" or pantry. */
  readonly query: string;
  readonly near: GridPoint | undefined;
  /** Services further than this are left out; those without a place are not. */
  readonly withinMetres: number | undefined;
  /** What was assured before this day is stale: 2026-05-24. */
  readonly freshSince: string;
  /** Changes the order among equals. */
  readonly rotation: number;
  readonly limit: number;
}

/** A service as it was found, nearest location first. */
export interface FoundRow {
  readonly id: string;
  readonly record: ServiceRecord;
  readonly assuredOn: Date | null;
  readonly assuredByGroup: boolean;
  readonly stale: boolean;
  /** Of the nearest location; null where there is none, or nowhere to measure from. */
  readonly metres: number | null;
  readonly locationId: string | null;
  readonly stepFree: boolean | null;
}

/** Within one of these circles, distances are as good as equal, and who comes first takes turns. Metres: half a mile, 1, 2, 3, 5, 8, 12, 20 miles. */
const circles = [805, 1609, 3219, 4828, 8047, 12_875, 19_312, 32_187];
/** What is given by telephone, or everywhere, counts as this far away: with what is three to five miles off, as that is one circle. */
const everywhereAt = 8_046;

export type SearchStore = ReturnType<typeof createSearchStore>;

export function createSearchStore({ read }: { readonly read: Read }) {
  return {
    /** By English word stems, with and without accents, in name and terms. */
    byTitle: (asked: SearchAsked) => read<FoundRow>(byTitle(asked)),
    /** As `byTitle`, and in everything else that is said of it. */
    byWords: (asked: SearchAsked) => read<FoundRow>(byWords(asked)),
    /** Words with typos put right. */
    async corrected(words: readonly string[]): Promise<readonly string[]> {
      return (await read<{ word: string }>(corrected(words))).map(({ word }) => word);
    },
    /** Of each word itself where something listed is called by one that begins with its root; else those that are a little like it. */
    async listed(words: readonly string[]): Promise<readonly (readonly string[])[]> {
      return (await read<{ words: readonly string[] }>(listed(words))).map(({ words }) => words);
    },
    /** Services that were found before, in the order asked for, as they stand now. */
    async byIds(ids: readonly string[], freshSince: string): Promise<readonly FoundRow[]> {
      return read<FoundRow>(Prisma.sql`
        SELECT service.id, record, assured_on AS "assuredOn", assured_by_group AS "assuredByGroup", ${isStale({ freshSince })} AS stale,
          NULL::float8 AS metres, at.id AS "locationId", at.step_free AS "stepFree"
        FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN service USING (id)
          LEFT JOIN LATERAL (SELECT id, step_free FROM service_at_location WHERE service_id = service.id ORDER BY id LIMIT 1) AS at ON true
        WHERE ${visible} ORDER BY wanted.place`);
    },
  };
}

/** What is listed now. */
export const visible = Prisma.sql`service.status = 'active' AND service.vanished_at IS NULL AND service.stopped_at IS NULL AND service.unanswered < ${hiddenAfter}`;

/** By name and terms alone, which is what a service is about. */
function byTitle(asked: SearchAsked): Prisma.Sql {
  return found(asked, { column: Prisma.sql`service.title`, titled: Prisma.sql`true` });
}

function byWords(asked: SearchAsked): Prisma.Sql {
  return found(asked, { column: Prisma.sql`service.search`, titled: Prisma.sql`service.title @@ asked.query` });
}

/** A slip leaves out or adds a letter or two; "ride" is no "riverside". */
const mostLettersMore = 2;

/** Each word as it is, where the directory knows it; else the one that is most like it by its letters in threes; else as it is. */
function corrected(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(
      (SELECT word FROM directory_word WHERE word = said),
      (SELECT word FROM directory_word WHERE word % said AND abs(length(word) - length(said)) <= ${mostLettersMore}
        ORDER BY similarity(word, said) DESC, word LIMIT 1), said) AS word
    FROM unnest(${words}::text[]) WITH ORDINALITY AS asked (said, place) ORDER BY place`;
}

/** Two neighbours that were swapped ("repiar") leave few letters in threes as they were, but mostly the first two: those words are told apart by hearing. */
const mostAlike = 20;

function listed(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT CASE WHEN EXISTS (SELECT FROM directory_word WHERE word LIKE root || '%') THEN ARRAY[said] ELSE ARRAY(
        SELECT word FROM directory_word
        WHERE (word % said OR word LIKE left(said, 2) || '%') AND abs(length(word) - length(said)) <= ${mostLettersMore}
        ORDER BY similarity(word, said) DESC, word LIMIT ${mostAlike}) END AS words
    FROM unnest(${words}::text[], ${words.map(rootOf)}::text[]) WITH ORDINALITY AS asked (said, root, place) ORDER BY place`;
}

function isStale({ freshSince }: Pick<SearchAsked, 'freshSince'>): Prisma.Sql {
  return Prisma.sql`(service.assured_on IS NULL OR service.assured_on < ${freshSince}::date OR service.unanswered >= ${greyedAfter})`;
}

/**
 * The first of what is matched: fresh before stale, in name or terms before elsewhere, near before far, equals in
 * turn. Records and locations are read for those few alone.
 */
function found({ query, near, withinMetres, rotation, limit, freshSince }: SearchAsked, { column, titled }: Looked): Prisma.Sql {
  const within = withinMetres === undefined ? Prisma.empty : Prisma.sql`WHERE metres IS NULL OR metres <= ${withinMetres}`;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT websearch_to_tsquery('folkmoot', ${query}) AS query),
    matched AS MATERIALIZED (
      SELECT service.id, ${isStale({ freshSince })} AS stale, ${titled} AS titled, ${metresTo(near)} AS metres
      FROM asked JOIN service ON ${column} @@ asked.query WHERE ${visible}
    ),
    first AS MATERIALIZED (
      SELECT *, row_number() OVER () AS place FROM (
        SELECT id, stale, metres FROM matched ${within}
        ORDER BY stale, NOT titled, width_bucket(coalesce(metres, ${everywhereAt}), ${circles}::float8[]), uuid_hash_extended(id, ${rotation}::bigint), id
        LIMIT ${limit}) AS ordered
    )
    SELECT service.id, record, assured_on AS "assuredOn", assured_by_group AS "assuredByGroup", stale, metres, at.id AS "locationId", step_free AS "stepFree"
    FROM first JOIN service USING (id)
      LEFT JOIN LATERAL (SELECT id, step_free FROM service_at_location WHERE service_id = service.id ORDER BY ${metresFrom(near)}, id LIMIT 1) AS at ON true
    ORDER BY place`;
}

/** What of a service is looked through, and whether what is found there is in its name or terms. */
interface Looked {
  readonly column: Prisma.Sql;
  readonly titled: Prisma.Sql;
}

/** To the nearest of a service's locations. Most have one, whose position stands with the service: to look each up would take longer than all the rest. */
function metresTo(near: GridPoint | undefined): Prisma.Sql {
  if (!near) return metresFrom(near);
  return Prisma.sql`CASE WHEN service.easting IS NOT NULL THEN ${metresFrom(near, Prisma.sql`service`)}
    ELSE (SELECT min(${metresFrom(near)}) FROM service_at_location WHERE service_id = service.id) END`;
}

function metresFrom(near: GridPoint | undefined, table = Prisma.sql`service_at_location`): Prisma.Sql {
  if (!near) return Prisma.sql`NULL::float8`;
  return Prisma.sql`point(${table}.easting, ${table}.northing) <-> point(${near.easting}, ${near.northing})`;
}
