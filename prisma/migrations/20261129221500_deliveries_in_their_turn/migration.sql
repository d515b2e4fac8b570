-- DropIndex
DROP INDEX "delivery_broadcast_key_channel_person_id_idx";

-- AlterTable
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_pkey",
DROP COLUMN "id",
ADD COLUMN     "id" SERIAL NOT NULL,
ADD CONSTRAINT "delivery_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "broadcast_queue" (
    "broadcast_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "claimed_to" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "broadcast_queue_pkey" PRIMARY KEY ("broadcast_key","channel")
);

-- CreateTable
CREATE TABLE "delivery_claim" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "broadcast_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "after" INTEGER NOT NULL,
    "up_to" INTEGER NOT NULL,
    "lease_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_claim_channel_lease_at_idx" ON "delivery_claim"("channel", "lease_at");

-- CreateIndex
CREATE INDEX "delivery_broadcast_key_channel_id_idx" ON "delivery"("broadcast_key", "channel", "id");

-- CreateIndex
CREATE INDEX "delivery_broadcast_key_channel_due_at_idx" ON "delivery"("broadcast_key", "channel", "due_at") WHERE (due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "contact_point_opted_out_idx" ON "contact_point"("person_id") WHERE (opted_out_at IS NOT NULL);

-- Whoever had not been tried is sent to in turn from now on, and is due no more until there is something to try again.
UPDATE "delivery" SET "due_at" = NULL WHERE "attempts" = 0 AND "due_at" IS NOT NULL AND "lease_at" IS NULL AND "ended_at" IS NULL;
INSERT INTO "broadcast_queue" ("broadcast_key", "channel")
SELECT DISTINCT d."broadcast_key", d."channel" FROM "delivery" d JOIN "broadcast" b ON b."key" = d."broadcast_key"
WHERE b."finished_at" IS NULL AND b."cancelled_at" IS NULL;

-- What PostgreSQL knew of the ledger is gone with its old ids.
ANALYZE "delivery";
