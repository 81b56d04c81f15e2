-- What a person signed, newest first.
CREATE INDEX "ApprovalDecision_personId_idx" ON "ApprovalDecision" ("personId");
