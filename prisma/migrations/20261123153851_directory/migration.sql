-- English words by their stems, with and without accents.
CREATE TEXT SEARCH CONFIGURATION folkmoot (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION folkmoot ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "terms" UUID[],
    "title" tsvector NOT NULL,
    "search" tsvector NOT NULL,
    "assured_on" DATE,
    "assured_by_group" BOOLEAN NOT NULL DEFAULT false,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "vanished_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "unanswered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "directory_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "service_at_location" (
    "service_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT,
    "postcode" TEXT,
    "easting" INTEGER,
    "northing" INTEGER,
    "step_free" BOOLEAN NOT NULL,

    CONSTRAINT "service_at_location_pkey" PRIMARY KEY ("service_id","id")
);

-- CreateTable
CREATE TABLE "taxonomy" (
    "id" UUID NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "taxonomy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taxonomy_term" (
    "id" UUID NOT NULL,
    "taxonomy_id" UUID,
    "name" TEXT NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "taxonomy_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmet_need" (
    "id" UUID NOT NULL,
    "need" TEXT NOT NULL,
    "place" TEXT,
    "language" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "unmet_need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_report" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "words" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "lookup" BYTEA NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_offer" (
    "id" UUID NOT NULL,
    "record" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "approved" BOOLEAN,
    "reason" TEXT,

    CONSTRAINT "listing_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_title_idx" ON "service" USING GIN ("title");

-- CreateIndex
CREATE INDEX "service_search_idx" ON "service" USING GIN ("search");

-- CreateIndex
CREATE INDEX "service_terms_idx" ON "service" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "service_source_idx" ON "service"("source");

-- CreateIndex
CREATE INDEX "taxonomy_term_taxonomy_id_idx" ON "taxonomy_term"("taxonomy_id");

-- CreateIndex
CREATE INDEX "unmet_need_on_idx" ON "unmet_need"("on");

-- CreateIndex
CREATE INDEX "entry_report_service_id_idx" ON "entry_report"("service_id");

-- CreateIndex
CREATE INDEX "confirmation_service_id_idx" ON "confirmation"("service_id");

-- CreateIndex
CREATE INDEX "confirmation_lookup_idx" ON "confirmation"("lookup");

-- AddForeignKey
ALTER TABLE "service_at_location" ADD CONSTRAINT "service_at_location_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_report" ADD CONSTRAINT "entry_report_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "service_at_location_service_id_easting_northing_idx" ON "service_at_location"("service_id", "easting", "northing");

-- CreateIndex
CREATE INDEX "directory_word_trgm" ON "directory_word" USING GIN ("word" gin_trgm_ops);

-- A search looks at many rows and reads few records: what is long is kept beside the table, but for the title, which is looked at.
ALTER TABLE "service" SET (toast_tuple_target = 256);
ALTER TABLE "service" ALTER COLUMN "title" SET STORAGE MAIN;

-- The nearest one first: ORDER BY point(easting, northing) <-> point(...).
CREATE INDEX "service_at_location_point_idx" ON "service_at_location" USING GIST (point("easting", "northing"));
