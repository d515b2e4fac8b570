-- CreateTable
CREATE TABLE "opportunity" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place_name" TEXT,
    "easting" INTEGER,
    "northing" INTEGER,
    "remote" BOOLEAN NOT NULL,
    "hours_per_week" DOUBLE PRECISION,
    "one_off" BOOLEAN NOT NULL,
    "times" TEXT,
    "expenses_paid" BOOLEAN NOT NULL,
    "step_free" BOOLEAN NOT NULL,
    "dbs_needed" BOOLEAN NOT NULL,
    "minimum_age" INTEGER,
    "skills" TEXT[],
    "languages" TEXT[],
    "phone" BYTEA,
    "email" TEXT,
    "vanished_at" TIMESTAMPTZ(3),
    "search" tsvector,

    CONSTRAINT "opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "name" BYTEA,
    "contact" BYTEA,
    "consent" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "opportunity_search_idx" ON "opportunity" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "opportunity_source_source_id_key" ON "opportunity"("source", "source_id");

-- CreateIndex
CREATE INDEX "enquiry_opportunity_id_idx" ON "enquiry"("opportunity_id");

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
