-- Letters of correction have an approval of their own to look at: they are no publications, and go
-- out only when everybody has signed.

DROP TRIGGER letter_is_approved ON "CorrectionLetter";

CREATE FUNCTION require_letter_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    JOIN "ApprovalDecision" signed ON signed."runId" = run.id
     AND signed.decision = 'approve' AND signed."contentHash" = NEW."contentHash"
     AND signed."voidedAt" IS NULL
    WHERE run.id = NEW."approvalRunId" AND run."wordingId" = NEW."wordingId"
      AND run."incidentId" = NEW."incidentId" AND run."contentHash" = NEW."contentHash"
      AND run.state IN ('approved', 'voided') AND wording.kind <> 'internal_line'
  ) THEN
    RAISE EXCEPTION 'letter in words that were not approved'
      USING ERRCODE = '23514', CONSTRAINT = 'letter_is_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER letter_is_approved AFTER INSERT ON "CorrectionLetter"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_letter_approval();
