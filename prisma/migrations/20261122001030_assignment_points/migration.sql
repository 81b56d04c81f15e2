-- Assignments answered point by point, signed by the unit's principal before they come back, refused
-- with a reason, and given down the tree of institutions.

ALTER TABLE "Unit" ADD COLUMN "principalId" UUID;

ALTER TABLE "Assignment"
  ADD COLUMN "toOrgId" UUID,
  ADD COLUMN "acceptDueAt" TIMESTAMPTZ(3),
  ADD COLUMN "refusedBy" UUID,
  ADD COLUMN "refusedAt" TIMESTAMPTZ(3),
  ADD COLUMN "refuseReason" TEXT,
  ADD COLUMN "answers" JSONB,
  ADD COLUMN "signerIds" JSONB,
  ADD COLUMN "signedBy" UUID,
  ADD COLUMN "signedAt" TIMESTAMPTZ(3),
  ADD COLUMN "signatureEvidenceId" UUID,
  ADD COLUMN "writtenAt" TIMESTAMPTZ(3),
  ADD COLUMN "returnedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT assignment_refused_by_somebody CHECK (("refusedBy" IS NULL) = ("refusedAt" IS NULL)),
  ADD CONSTRAINT assignment_signed_by_somebody CHECK (("signedBy" IS NULL) = ("signedAt" IS NULL));

-- Whose desk an order from above stands on.
CREATE INDEX "Assignment_toOrgId_idx" ON "Assignment" ("toOrgId") WHERE "toOrgId" IS NOT NULL;
