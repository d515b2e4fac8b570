-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "outcomes_offered_at" TIMESTAMPTZ(3);
