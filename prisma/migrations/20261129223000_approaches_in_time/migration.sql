-- AlterTable
ALTER TABLE "approach" ADD COLUMN     "not_after" TIMESTAMPTZ(3);
