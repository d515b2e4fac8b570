-- AlterTable
ALTER TABLE "approach" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_by" UUID;

-- AlterTable
ALTER TABLE "listing_offer" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'service';

-- CreateIndex
CREATE INDEX "approach_asked_at_idx" ON "approach"("asked_at");

-- When it is done is found by, too: as src/volunteering/store.ts fills it.
UPDATE "opportunity" SET "search" = setweight(to_tsvector('english', "title"), 'A')
  || to_tsvector('english', concat_ws(' ', "organisation", "times", array_to_string("skills", ' '), "description"));
