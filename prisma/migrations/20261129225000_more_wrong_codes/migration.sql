-- They count for an hour, and which channel they came by is not said.
DELETE FROM "wrong_code";

-- AlterTable
ALTER TABLE "wrong_code" ADD COLUMN     "channel" TEXT NOT NULL;

-- CreateIndex
CREATE INDEX "wrong_code_contact_point_id_idx" ON "wrong_code"("contact_point_id");

-- CreateIndex
CREATE INDEX "wrong_code_channel_tried_at_idx" ON "wrong_code"("channel", "tried_at");
