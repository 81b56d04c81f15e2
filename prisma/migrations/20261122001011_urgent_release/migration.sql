-- 紧急发布: a text goes out before its chain is complete, on one leader's word and with a reason; the
-- steps that are left countersign it. A state of the run of its own, with who released it and when.

ALTER TABLE "ApprovalRun"
  ADD COLUMN "releasedBy" UUID,
  ADD COLUMN "releasedAt" TIMESTAMPTZ(3),
  ADD COLUMN "releaseReason" TEXT,
  ADD CONSTRAINT release_by_somebody CHECK (("releasedBy" IS NULL) = ("releasedAt" IS NULL)
    AND (state <> 'released' OR "releasedBy" IS NOT NULL));

ALTER TABLE "ApprovalDecision" DROP CONSTRAINT denial_settled,
  ADD CONSTRAINT denial_settled CHECK ("settledAt" IS NULL OR "settledBy" IS NOT NULL
    AND ("deniedAt" IS NOT NULL OR decision = 'return')
    AND "settledBy" IS DISTINCT FROM "recordedBy");

-- An approving run covers the text it saw: with every step passed and a signature that counts, or
-- released by somebody who did not write it.
CREATE OR REPLACE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    WHERE run.id = NEW."approvalRunId" AND run."wordingId" = NEW."wordingId"
      AND run."contentHash" = NEW."contentHash" AND wording.kind <> 'internal_line'
      AND ((run.state IN ('approved', 'voided') AND EXISTS (
          SELECT FROM "ApprovalDecision" signed WHERE signed."runId" = run.id
            AND signed."voidedAt" IS NULL AND signed.decision = 'approve'
            AND signed."contentHash" = NEW."contentHash"))
        OR (run.state = 'released' AND run."releasedAt" <= NEW."publishedAt"
          AND NOT (wording."drafterIds" @> to_jsonb(run."releasedBy"::text))))
  ) THEN
    RAISE EXCEPTION 'publication without approved wording'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_is_approved';
  END IF;
  RETURN NULL;
END $$;
