-- Names with typos are found by their letters in threes. Both extensions come with PostgreSQL, and a database's owner may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "place" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "words" TEXT[],
    "code" TEXT,
    "easting" INTEGER,
    "northing" INTEGER,

    CONSTRAINT "place_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "postcode" (
    "postcode" TEXT NOT NULL,
    "outcode" TEXT NOT NULL,
    "easting" INTEGER NOT NULL,
    "northing" INTEGER NOT NULL,
    "ward_code" TEXT,
    "parish_code" TEXT,

    CONSTRAINT "postcode_pkey" PRIMARY KEY ("postcode")
);

-- CreateIndex
CREATE INDEX "place_plain_idx" ON "place"("plain");

-- CreateIndex
CREATE INDEX "place_plain_trgm" ON "place" USING GIN ("plain" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "place_words_idx" ON "place" USING GIN ("words");

-- CreateIndex
CREATE INDEX "place_code_idx" ON "place"("code");

-- CreateIndex
CREATE INDEX "postcode_outcode_idx" ON "postcode"("outcode");

-- The nearest place first: ORDER BY point(easting, northing) <-> point(...).
CREATE INDEX "place_point_idx" ON "place" USING GIST (point("easting", "northing"));
