-- Who is on duty now is asked at every command: shifts that have ended are passed over.
CREATE INDEX "DutyShift_orgId_endsAt_idx" ON "DutyShift" ("orgId", "endsAt");
