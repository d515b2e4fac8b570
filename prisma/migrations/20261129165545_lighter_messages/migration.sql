-- DropForeignKey
ALTER TABLE "message" DROP CONSTRAINT "message_conversation_id_fkey";

-- DropIndex
DROP INDEX "message_conversation_id_provider_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_provider_id_key" ON "message"("conversation_id", "provider_id") WHERE (provider_id IS NOT NULL);
