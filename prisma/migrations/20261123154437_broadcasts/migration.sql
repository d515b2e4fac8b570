-- CreateTable
CREATE TABLE "subscription" (
    "contact_point_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("contact_point_id","topic","place")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "contact_point_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "places" TEXT[],
    "given" BOOLEAN NOT NULL,
    "wording" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "broadcast" (
    "key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "notice_of" TEXT,
    "reminder_of" TEXT,
    "consultation_key" TEXT,
    "topic" TEXT NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "fan_out_at" UUID,
    "fan_out_begun_at" TIMESTAMPTZ(3),
    "fanned_out_at" TIMESTAMPTZ(3),
    "left_out" JSONB NOT NULL DEFAULT '{}',
    "paused_at" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "broadcast_key" TEXT NOT NULL,
    "person_id" UUID,
    "contact_point_id" UUID,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "provider_id" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "unknown_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_pace" (
    "channel" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(6) NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "channel_pace_pkey" PRIMARY KEY ("channel")
);

-- CreateIndex
CREATE INDEX "consent_contact_point_id_idx" ON "consent"("contact_point_id");

-- CreateIndex
CREATE UNIQUE INDEX "broadcast_reminder_of_key" ON "broadcast"("reminder_of");

-- CreateIndex
CREATE INDEX "broadcast_consultation_key_idx" ON "broadcast"("consultation_key");

-- CreateIndex
CREATE INDEX "delivery_broadcast_key_channel_due_at_idx" ON "delivery"("broadcast_key", "channel", "due_at");

-- CreateIndex
CREATE INDEX "delivery_person_id_queued_at_idx" ON "delivery"("person_id", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_broadcast_key_person_id_key" ON "delivery"("broadcast_key", "person_id");

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_broadcast_key_fkey" FOREIGN KEY ("broadcast_key") REFERENCES "broadcast"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_contact_point_id_fkey" FOREIGN KEY ("contact_point_id") REFERENCES "contact_point"("id") ON DELETE SET NULL ON UPDATE CASCADE;
