-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "unreachable_at" TIMESTAMPTZ(3),
ADD COLUMN     "unreachable_reason" TEXT;
