-- AlterTable
ALTER TABLE "service" ADD COLUMN     "easting" INTEGER,
ADD COLUMN     "northing" INTEGER;

-- Services that are known to be at one place alone say where.
UPDATE "service" SET ("easting", "northing") = (at."easting", at."northing")
FROM (
  SELECT "service_id", min("easting") AS "easting", min("northing") AS "northing"
  FROM "service_at_location" WHERE "easting" IS NOT NULL GROUP BY "service_id" HAVING count(*) = 1
) AS at
WHERE at."service_id" = "service"."id";

-- The town nearest to a place, among ten times as many parishes, wards and landmarks.
CREATE INDEX "place_town_point_idx" ON "place" USING GIST (point("easting", "northing")) WHERE "kind" = 'town';

-- Words of events by their beginnings: a word is one entry here, where by its letters in threes it was as many as it has letters.
DROP INDEX "event_session_words_trgm";
UPDATE "event_session" SET "words" = regexp_replace("words", '(\S{60})\S+', '\1', 'g') WHERE "words" ~ '\S{61}';
CREATE INDEX "event_session_words_idx" ON "event_session" USING GIN (array_to_tsvector(array_remove(string_to_array("words", ' '), '')));
