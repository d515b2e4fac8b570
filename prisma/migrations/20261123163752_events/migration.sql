-- Where and when in one index. The extension comes with PostgreSQL, and a database's owner may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "organiser" TEXT NOT NULL,
    "url" TEXT,
    "topics" TEXT[],
    "cost" TEXT,
    "online" BOOLEAN NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "vanished_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_session" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "venue" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "easting" INTEGER,
    "northing" INTEGER,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "all_day" BOOLEAN NOT NULL,
    "lasting" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "audiences" TEXT[],
    "free" BOOLEAN,
    "step_free" BOOLEAN,
    "revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "vanished_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_reminder" (
    "id" UUID NOT NULL,
    "contact_point_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "called_off_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_source_uid_key" ON "event"("source", "uid");

-- CreateIndex
CREATE INDEX "event_session_starts_at_idx" ON "event_session"("starts_at");

-- CreateIndex
CREATE INDEX "event_session_lasting_starts_at_idx" ON "event_session"("lasting", "starts_at");

-- CreateIndex
CREATE INDEX "event_session_words_trgm" ON "event_session" USING GIN ("words" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "event_session_event_id_key_key" ON "event_session"("event_id", "key");

-- CreateIndex
CREATE INDEX "event_reminder_session_id_idx" ON "event_reminder"("session_id");

-- CreateIndex
CREATE INDEX "event_reminder_due_at_idx" ON "event_reminder"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_reminder_contact_point_id_session_id_key" ON "event_reminder"("contact_point_id", "session_id");

-- What is near, of these days.
CREATE INDEX "event_session_where_when_idx" ON "event_session" USING GIST (point("easting", "northing"), "starts_at");

-- AddForeignKey
ALTER TABLE "event_session" ADD CONSTRAINT "event_session_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reminder" ADD CONSTRAINT "event_reminder_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reminder" ADD CONSTRAINT "event_reminder_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "event_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
