-- What a limit's targets were told, and who stood in for whom.
ALTER TABLE "Deadline" ADD COLUMN "told" jsonb;
ALTER TABLE "Escalation" ADD COLUMN "standIns" jsonb, ADD COLUMN "fallback" jsonb,
  ADD COLUMN "failures" jsonb;

-- When a message of an escalation that was given up went on the incident's record.
ALTER TABLE "OutboxMessage" ADD COLUMN "reportedAt" timestamptz(3);
CREATE INDEX "OutboxMessage_unreported_idx" ON "OutboxMessage" ("settledAt")
  WHERE state = 'failed' AND "reportedAt" IS NULL AND rule LIKE 'escalation.%';
UPDATE "OutboxMessage" SET "reportedAt" = "settledAt" WHERE state = 'failed';
