-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "lookup" BYTEA NOT NULL,
    "address" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opted_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "contact_point_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "last_sequence" INTEGER NOT NULL,
    "language" TEXT,
    "state" JSONB NOT NULL,
    "response_id" UUID,
    "about_you_key" BYTEA,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "conversation_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "provider_id" TEXT,
    "reply_to" INTEGER,
    "activity" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("conversation_id","sequence")
);

-- CreateTable
CREATE TABLE "consultation" (
    "key" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "consultation_version" (
    "consultation_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_version_pkey" PRIMARY KEY ("consultation_key","number")
);

-- CreateTable
CREATE TABLE "catalogue" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "consultation_key" TEXT NOT NULL,
    "version_number" INTEGER NOT NULL,
    "respondent_key" BYTEA,
    "reference" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "place" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "response_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "said" TEXT,
    "language" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("response_id","question_key")
);

-- CreateTable
CREATE TABLE "about_you_answer" (
    "holder" BYTEA NOT NULL,
    "consultation_key" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "about_you_answer_pkey" PRIMARY KEY ("holder","question_key")
);

-- CreateIndex
CREATE INDEX "contact_point_person_id_idx" ON "contact_point"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_point_channel_lookup_key" ON "contact_point"("channel", "lookup");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_contact_point_id_key" ON "conversation"("contact_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_provider_id_key" ON "message"("conversation_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_reference_key" ON "response"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "response_consultation_key_respondent_key_key" ON "response"("consultation_key", "respondent_key");

-- CreateIndex
CREATE INDEX "about_you_answer_consultation_key_idx" ON "about_you_answer"("consultation_key");

-- AddForeignKey
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_version" ADD CONSTRAINT "consultation_version_consultation_key_fkey" FOREIGN KEY ("consultation_key") REFERENCES "consultation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_consultation_key_version_number_fkey" FOREIGN KEY ("consultation_key", "version_number") REFERENCES "consultation_version"("consultation_key", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every turn rewrites its conversation's row: room is kept on the page, so that the rewrite needs no entry in an index.
ALTER TABLE "conversation" SET (fillfactor = 70);

-- The one row, with which every process begins.
INSERT INTO "catalogue" ("id", "revision") VALUES (1, 0);
