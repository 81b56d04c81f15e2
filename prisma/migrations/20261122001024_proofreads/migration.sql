-- A text that went back within its run is proofread again at the same step: both stand on record.
DROP INDEX "WordingRemark_runId_round_key";
CREATE INDEX "WordingRemark_runId_idx" ON "WordingRemark" ("runId") WHERE "runId" IS NOT NULL;
