-- What the duty desk asks every minute, each answered from an index that holds only what is open.

-- Same post logged before? Hashed: addresses may be longer than a B-tree entry.
CREATE INDEX "Mention_normalizedUrl_idx" ON "Mention" USING HASH ("normalizedUrl");
CREATE INDEX "Escalation_deadlineId_idx" ON "Escalation" ("deadlineId");
CREATE INDEX "Incident_createdAt_idx" ON "Incident" ("createdAt" DESC);

-- Pending time limits in the order of the desk; 立即 counts from its start.
CREATE INDEX deadline_pending ON "Deadline" ((coalesce("dueAt", "startedAt")))
  WHERE state IN ('open', 'breached');
CREATE INDEX incident_in_hand ON "Incident" ("nextDueAt")
  WHERE stage NOT IN ('closed', 'archived', 'dismissed');

-- What waits for a person.
CREATE INDEX incident_grade_proposed ON "Incident" ("orgId")
  WHERE "proposedGrade" IS NOT NULL AND "proposedGrade" IS DISTINCT FROM "opinionGrade";
CREATE INDEX incident_dismissal_proposed ON "Incident" ("orgId")
  WHERE "dismissalProposedAt" IS NOT NULL AND "dismissedAt" IS NULL;
CREATE INDEX assignment_fed_back ON "Assignment" ("incidentId") WHERE state = 'fed_back';
CREATE INDEX categorisation_proposed ON "Categorisation" ("incidentId") WHERE state = 'proposed';
CREATE INDEX non_publication_proposed ON "NonPublication" ("incidentId") WHERE state = 'proposed';
CREATE INDEX review_draft ON "Review" ("incidentId") WHERE state = 'draft';
CREATE INDEX wording_returned ON "Wording" ("createdBy") WHERE state = 'returned';
CREATE INDEX report_unacknowledged ON "Report" ("sentAt") WHERE "acknowledgedAt" IS NULL;
CREATE INDEX matter_report_unsigned ON "MatterReport" ("incidentId")
  WHERE "countersignedAt" IS NULL;
