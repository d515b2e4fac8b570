-- CreateTable
CREATE TABLE "about_you_snapshot" (
    "consultation_key" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "responses" INTEGER NOT NULL,
    "totals" JSONB NOT NULL,

    CONSTRAINT "about_you_snapshot_pkey" PRIMARY KEY ("consultation_key")
);

-- AddForeignKey
ALTER TABLE "about_you_snapshot" ADD CONSTRAINT "about_you_snapshot_consultation_key_fkey" FOREIGN KEY ("consultation_key") REFERENCES "consultation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
