-- A signature that others put on record: agreed to on the phone, or in a meeting whose signed minutes
-- are kept. The person named countersigns or says that it is not so; the record stays either way.

ALTER TABLE "ApprovalDecision"
  ADD COLUMN "how" TEXT,
  ADD COLUMN "recordedBy" UUID,
  ADD COLUMN "agreedAt" TIMESTAMPTZ(3),
  ADD COLUMN "wordsRead" TEXT,
  ADD COLUMN "evidenceId" UUID,
  ADD COLUMN "confirmedAt" TIMESTAMPTZ(3),
  ADD COLUMN "deniedAt" TIMESTAMPTZ(3),
  ADD COLUMN "denyReason" TEXT,
  ADD COLUMN "settledBy" UUID,
  ADD COLUMN "settledAt" TIMESTAMPTZ(3),
  ADD COLUMN "settleReason" TEXT,
  ADD CONSTRAINT consent_how CHECK (how IN ('phone', 'minutes')),
  ADD CONSTRAINT consent_recorded CHECK ((how IS NULL) = ("recordedBy" IS NULL)
    AND (how IS NULL) = ("agreedAt" IS NULL)),
  ADD CONSTRAINT consent_agrees CHECK (how IS NULL OR decision = 'approve'),
  ADD CONSTRAINT consent_by_another CHECK ("recordedBy" <> "personId"),
  ADD CONSTRAINT drafter_may_not_record CHECK (NOT ("drafterIds" @> to_jsonb("recordedBy"::text))),
  ADD CONSTRAINT minutes_are_kept CHECK (how IS DISTINCT FROM 'minutes' OR "evidenceId" IS NOT NULL),
  ADD CONSTRAINT consent_evidence FOREIGN KEY ("evidenceId") REFERENCES "Evidence" (id),
  ADD CONSTRAINT consent_answered_once CHECK ("confirmedAt" IS NULL OR "deniedAt" IS NULL),
  -- What was denied never counts.
  ADD CONSTRAINT denied_is_void CHECK ("deniedAt" IS NULL OR "voidedAt" IS NOT NULL),
  ADD CONSTRAINT denial_settled CHECK ("settledAt" IS NULL
    OR ("deniedAt" IS NOT NULL AND "settledBy" <> "recordedBy"));
