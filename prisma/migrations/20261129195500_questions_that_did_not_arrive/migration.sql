-- AlterTable
ALTER TABLE "approach" ADD COLUMN     "delivered_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "confirmation" ADD COLUMN     "approach_id" UUID;
