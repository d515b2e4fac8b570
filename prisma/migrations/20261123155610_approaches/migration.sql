-- CreateTable
CREATE TABLE "approach" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "lookup" BYTEA NOT NULL,
    "address" BYTEA NOT NULL,
    "dialog" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "begun_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "approach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "approach_key_key" ON "approach"("key");

-- CreateIndex
CREATE INDEX "approach_due_at_idx" ON "approach"("due_at");

-- CreateIndex
CREATE INDEX "approach_channel_lookup_idx" ON "approach"("channel", "lookup");
