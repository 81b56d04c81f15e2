-- Who has signed is asked run by run, on the desk and in the inbox.
CREATE INDEX "ApprovalDecision_runId_idx" ON "ApprovalDecision" ("runId");

-- Reports from below that nobody has received.
CREATE INDEX report_awaited ON "Report" ("toOrgId")
  WHERE "toOrgId" IS NOT NULL AND "acknowledgedAt" IS NULL;
