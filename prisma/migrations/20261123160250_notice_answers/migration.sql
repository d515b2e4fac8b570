-- CreateTable
CREATE TABLE "notice_answer" (
    "contact_point_id" UUID NOT NULL,
    "consultation_key" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_on" DATE,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_answer_pkey" PRIMARY KEY ("contact_point_id","consultation_key","answer")
);

-- CreateIndex
CREATE INDEX "notice_answer_consultation_key_idx" ON "notice_answer"("consultation_key");

-- CreateIndex
CREATE INDEX "notice_answer_remind_on_idx" ON "notice_answer"("remind_on");

-- AddForeignKey
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_answer" ADD CONSTRAINT "notice_answer_consultation_key_fkey" FOREIGN KEY ("consultation_key") REFERENCES "consultation"("key") ON DELETE CASCADE ON UPDATE CASCADE;
