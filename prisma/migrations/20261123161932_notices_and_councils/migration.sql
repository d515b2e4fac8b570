-- AlterTable
ALTER TABLE "response" ADD COLUMN     "capacity" TEXT NOT NULL DEFAULT 'own',
ADD COLUMN     "council" TEXT,
ADD COLUMN     "minute_reference" TEXT;

-- CreateTable
CREATE TABLE "council_role" (
    "contact_point_id" UUID NOT NULL,
    "council" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_role_pkey" PRIMARY KEY ("contact_point_id","council")
);

-- CreateTable
CREATE TABLE "notice_answer" (
    "contact_point_id" UUID NOT NULL,
    "consultation_key" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_on" DATE,

    CONSTRAINT "notice_answer_pkey" PRIMARY KEY ("contact_point_id","consultation_key","answer")
);

-- CreateIndex
CREATE INDEX "notice_answer_consultation_key_idx" ON "notice_answer"("consultation_key");

-- AddForeignKey
ALTER TABLE "council_role" ADD CONSTRAINT "council_role_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_consultation_key_fkey" FOREIGN KEY ("consultation_key") REFERENCES "consultation"("key") ON DELETE CASCADE ON UPDATE CASCADE;
