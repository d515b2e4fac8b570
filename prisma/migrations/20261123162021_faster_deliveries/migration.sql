-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_broadcast_key_fkey";

-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_contact_point_id_fkey";

-- DropIndex
DROP INDEX "delivery_broadcast_key_person_id_key";

-- DropIndex
DROP INDEX "delivery_person_id_queued_at_idx";

-- AlterTable
ALTER TABLE "delivery" DROP COLUMN "claimed_at",
ADD COLUMN     "lease_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_person_id_broadcast_key_key" ON "delivery"("person_id", "broadcast_key");

-- A delivery is taken in hand by a change beside its own row, which touches no index while the page has room.
ALTER TABLE "delivery" SET (fillfactor = 70);
