-- CreateTable
CREATE TABLE "resume_code" (
    "response_id" UUID NOT NULL,
    "lookup" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resume_code_pkey" PRIMARY KEY ("response_id")
);

-- CreateTable
CREATE TABLE "resumed_elsewhere" (
    "consultation_key" TEXT NOT NULL,
    "respondent_key" BYTEA NOT NULL,
    "response_id" UUID NOT NULL,

    CONSTRAINT "resumed_elsewhere_pkey" PRIMARY KEY ("consultation_key","respondent_key")
);

-- CreateTable
CREATE TABLE "wrong_code" (
    "id" BIGSERIAL NOT NULL,
    "contact_point_id" UUID NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wrong_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "resume_code_lookup_key" ON "resume_code"("lookup");

-- CreateIndex
CREATE INDEX "resumed_elsewhere_response_id_idx" ON "resumed_elsewhere"("response_id");

-- CreateIndex
CREATE INDEX "wrong_code_tried_at_idx" ON "wrong_code"("tried_at");

-- AddForeignKey
ALTER TABLE "resume_code" ADD CONSTRAINT "resume_code_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resumed_elsewhere" ADD CONSTRAINT "resumed_elsewhere_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;
