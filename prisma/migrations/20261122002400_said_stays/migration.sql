-- The guards looked at what is written for the first time; a row changed afterwards has to meet them
-- as well. What was said and what was asked for stays as it was: only what comes later is added to it,
-- and a text may vanish with its key (erasure), never become another one.

CREATE FUNCTION refuse_change_of_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was said stays as it was' USING ERRCODE = '23514', CONSTRAINT = 'said_stays';
END $$;

CREATE TRIGGER publication_stays BEFORE UPDATE ON "Publication" FOR EACH ROW
  WHEN ((OLD."incidentId", OLD.way, OLD."accountId", OLD."wordingId", OLD."approvalRunId",
      OLD."contentHash", OLD."evidenceId", OLD."publishedBy", OLD."publishedAt")
    IS DISTINCT FROM (NEW."incidentId", NEW.way, NEW."accountId", NEW."wordingId",
      NEW."approvalRunId", NEW."contentHash", NEW."evidenceId", NEW."publishedBy", NEW."publishedAt")
    OR NEW.signatory IS NOT NULL AND NEW.signatory IS DISTINCT FROM OLD.signatory
    OR NEW.url IS NOT NULL AND NEW.url IS DISTINCT FROM OLD.url)
  EXECUTE FUNCTION refuse_change_of_said();

CREATE TRIGGER reply_stays BEFORE UPDATE ON "Reply" FOR EACH ROW
  WHEN ((OLD."incidentId", OLD.channel, OLD.kind, OLD."accountId", OLD."wordingId",
      OLD."contentHash", OLD."repliedBy", OLD."repliedAt")
    IS DISTINCT FROM (NEW."incidentId", NEW.channel, NEW.kind, NEW."accountId", NEW."wordingId",
      NEW."contentHash", NEW."repliedBy", NEW."repliedAt")
    OR NEW.signatory IS NOT NULL AND NEW.signatory IS DISTINCT FROM OLD.signatory
    OR NEW.content IS NOT NULL AND NEW.content IS DISTINCT FROM OLD.content)
  EXECUTE FUNCTION refuse_change_of_said();

CREATE TRIGGER letter_stays BEFORE UPDATE ON "CorrectionLetter" FOR EACH ROW
  WHEN ((OLD."incidentId", OLD."wordingId", OLD."approvalRunId", OLD."contentHash", OLD.demand,
      OLD."sentBy", OLD."sentAt")
    IS DISTINCT FROM (NEW."incidentId", NEW."wordingId", NEW."approvalRunId", NEW."contentHash",
      NEW.demand, NEW."sentBy", NEW."sentAt")
    OR NEW.signatory IS NOT NULL AND NEW.signatory IS DISTINCT FROM OLD.signatory)
  EXECUTE FUNCTION refuse_change_of_said();

-- Refused is refused, signed is signed, and neither the ground nor what it rests on is exchanged.
CREATE TRIGGER poster_action_stays BEFORE UPDATE ON "PosterAction" FOR EACH ROW
  WHEN ((OLD."incidentId", OLD.kind, OLD.authority, OLD.category, OLD."publicationId",
      OLD."harmEvidenceId", OLD."spreadId", OLD."proposedBy", OLD."proposedAt")
    IS DISTINCT FROM (NEW."incidentId", NEW.kind, NEW.authority, NEW.category, NEW."publicationId",
      NEW."harmEvidenceId", NEW."spreadId", NEW."proposedBy", NEW."proposedAt")
    OR OLD.state = 'refused' AND NEW.state <> 'refused'
    OR OLD."legalBy" IS NOT NULL AND NEW."legalBy" IS DISTINCT FROM OLD."legalBy"
    OR OLD."approvedBy" IS NOT NULL AND NEW."approvedBy" IS DISTINCT FROM OLD."approvedBy")
  EXECUTE FUNCTION refuse_change_of_said();

CREATE TRIGGER notice_stays BEFORE UPDATE ON "PlatformNotice" FOR EACH ROW
  WHEN ((OLD."incidentId", OLD.ground, OLD."mentionId", OLD."evidenceId", OLD."correctionId",
      OLD."proposedBy", OLD."proposedAt")
    IS DISTINCT FROM (NEW."incidentId", NEW.ground, NEW."mentionId", NEW."evidenceId",
      NEW."correctionId", NEW."proposedBy", NEW."proposedAt")
    OR OLD.state = 'refused' AND NEW.state <> 'refused'
    OR OLD."approvedBy" IS NOT NULL AND NEW."approvedBy" IS DISTINCT FROM OLD."approvedBy"
    OR OLD."secondBy" IS NOT NULL AND NEW."secondBy" IS DISTINCT FROM OLD."secondBy")
  EXECUTE FUNCTION refuse_change_of_said();

-- A publication rests on an approval of its own incident, and a reply in approved words on one too.
CREATE OR REPLACE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    WHERE run.id = NEW."approvalRunId" AND run."wordingId" = NEW."wordingId"
      AND run."incidentId" = NEW."incidentId" AND wording."incidentId" = NEW."incidentId"
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

CREATE FUNCTION require_reply_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    JOIN "ApprovalDecision" signed ON signed."runId" = run.id
     AND signed.decision = 'approve' AND signed."contentHash" = NEW."contentHash"
     AND signed."voidedAt" IS NULL
    WHERE run."wordingId" = NEW."wordingId" AND run."incidentId" = NEW."incidentId"
      AND run."contentHash" = NEW."contentHash" AND run.state IN ('approved', 'voided')
      AND wording.kind <> 'internal_line'
  ) THEN
    RAISE EXCEPTION 'reply in words that were not approved'
      USING ERRCODE = '23514', CONSTRAINT = 'reply_is_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reply_is_approved AFTER INSERT ON "Reply"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."wordingId" IS NOT NULL)
  EXECUTE FUNCTION require_reply_approval();
