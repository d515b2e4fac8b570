-- CreateTable
CREATE TABLE "departure" (
    "conversation_id" UUID NOT NULL,
    "begun" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "settled" BOOLEAN NOT NULL,

    CONSTRAINT "departure_pkey" PRIMARY KEY ("conversation_id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "consultation_key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("consultation_key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "departure" ADD CONSTRAINT "departure_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_consultation_key_fkey" FOREIGN KEY ("consultation_key") REFERENCES "consultation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was said in Teams before there was a record of having left has left.
INSERT INTO "departure" ("conversation_id", "begun", "begun_at", "settled")
SELECT c."id", c."last_sequence", now(), true FROM "conversation" c JOIN "contact_point" point ON point."id" = c."contact_point_id"
WHERE point."channel" = 'teams';
