-- A text that goes back to an earlier step keeps its run; signatures from that step on no longer
-- count, and stay on record. One person has one signature that counts in a run.

ALTER TABLE "ApprovalDecision" ADD COLUMN "voidedAt" TIMESTAMPTZ(3);

DROP INDEX "ApprovalDecision_runId_personId_key";
CREATE UNIQUE INDEX "ApprovalDecision_counts_once" ON "ApprovalDecision" ("runId", "personId")
  WHERE "voidedAt" IS NULL;

-- Only a signature that counts approves.
CREATE OR REPLACE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    JOIN "ApprovalDecision" signed ON signed."runId" = run.id AND signed."voidedAt" IS NULL
     AND signed.decision = 'approve' AND signed."contentHash" = NEW."contentHash"
    WHERE run.id = NEW."approvalRunId" AND run."wordingId" = NEW."wordingId"
      AND run."contentHash" = NEW."contentHash" AND run.state IN ('approved', 'voided')
      AND wording.kind <> 'internal_line'
  ) THEN
    RAISE EXCEPTION 'publication without approved wording'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_is_approved';
  END IF;
  RETURN NULL;
END $$;
