-- DropIndex
DROP INDEX "delivery_broadcast_key_channel_due_at_idx";

-- CreateTable
CREATE TABLE "broadcast_wording" (
    "broadcast_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "activity" JSONB NOT NULL,

    CONSTRAINT "broadcast_wording_pkey" PRIMARY KEY ("broadcast_key","channel","language")
);

-- CreateIndex
CREATE INDEX "delivery_broadcast_key_channel_person_id_idx" ON "delivery"("broadcast_key", "channel", "person_id");

-- No column that changes while a text is sent is in an index: with room on the page, each change stays beside its row.
ALTER TABLE "delivery" SET (fillfactor = 45);

-- All that was said in a conversation, by whoever and however: the log of its turns, and the broadcasts that were sent to it. Before this
-- migration those were written into the log too: what stands there already stands here once.
CREATE VIEW "conversation_history" AS
SELECT m.conversation_id, m.sequence, m.direction, m.provider_id, m.activity, m.sent_at FROM "message" m
UNION ALL
SELECT c.id, NULL, 'out', d.provider_id, w.activity, d.sent_at
FROM "conversation" c
JOIN "contact_point" point ON point.id = c.contact_point_id
JOIN "delivery" d ON d.person_id = point.person_id AND d.contact_point_id = point.id AND d.sent_at IS NOT NULL
JOIN "broadcast_wording" w ON w.broadcast_key = d.broadcast_key AND w.channel = d.channel AND w.language = d.language
WHERE NOT EXISTS (SELECT FROM "message" m WHERE m.conversation_id = c.id AND m.provider_id = d.provider_id);
