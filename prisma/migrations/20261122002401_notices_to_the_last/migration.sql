-- A falsehood is one to the moment the notice goes out: a category that changed on the way ends it.

CREATE OR REPLACE FUNCTION require_notice_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Evidence" e
      WHERE e.id = NEW."evidenceId" AND e."incidentId" = NEW."incidentId") THEN
    RAISE EXCEPTION 'notice without evidence of its incident'
      USING ERRCODE = '23514', CONSTRAINT = 'notice_evidence';
  END IF;
  IF TG_OP = 'INSERT' AND coalesce(btrim(NEW."legalBasis"), '') = '' THEN
    RAISE EXCEPTION 'notice without legal basis'
      USING ERRCODE = '23514', CONSTRAINT = 'notice_legal_basis';
  END IF;
  IF NEW.ground = 'confirmed_falsehood' AND NEW.state <> 'refused' THEN
    IF TG_OP = 'INSERT' AND coalesce(btrim(NEW.confirmation), '') = '' THEN
      RAISE EXCEPTION 'falsehood that no court or authority has found'
        USING ERRCODE = '23514', CONSTRAINT = 'notice_confirmed';
    END IF;
    IF (TG_OP = 'INSERT' OR NEW.state IN ('approved', 'sent') AND OLD.state <> NEW.state)
        AND NOT EXISTS (SELECT FROM "Incident" i
        WHERE i.id = NEW."incidentId" AND i.category = 'falsehood_or_unlawful') THEN
      RAISE EXCEPTION 'criticism is no falsehood'
        USING ERRCODE = '23514', CONSTRAINT = 'notice_is_no_criticism';
    END IF;
    IF NOT EXISTS (SELECT FROM "Publication" p JOIN "Wording" w ON w.id = p."wordingId"
        WHERE p.id = NEW."correctionId" AND p."incidentId" = NEW."incidentId"
          AND p."publishedAt" <= NEW."proposedAt"
          AND (w.kind = 'clarification' OR p."correctsId" IS NOT NULL)) THEN
      RAISE EXCEPTION 'notice before the public correction'
        USING ERRCODE = '23514', CONSTRAINT = 'notice_corrected_first';
    END IF;
  END IF;
  RETURN NULL;
END $$;
