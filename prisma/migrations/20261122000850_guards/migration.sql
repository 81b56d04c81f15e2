-- Guards 1, 2, 3 and 5 in the database: what the domain refuses is refused here as well.

ALTER TABLE "Incident" ADD COLUMN "authorsErasedAt" TIMESTAMPTZ(3);
ALTER TABLE "IncidentKey" ADD COLUMN "authorWrapped" TEXT;
ALTER TABLE "Org" ADD COLUMN "authorRetentionDays" INTEGER NOT NULL DEFAULT 90,
  ADD CONSTRAINT author_retention_days CHECK ("authorRetentionDays" BETWEEN 1 AND 3650);

-- Notices to platforms (guard 2) ----------------------------------------------

CREATE TABLE "PlatformNotice" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "ground" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "mentionId" UUID,
  "url" TEXT,
  "legalBasis" TEXT,
  "evidenceId" UUID NOT NULL,
  "isNoCriticism" BOOLEAN NOT NULL,
  "confirmation" TEXT,
  "correctionId" UUID,
  "state" TEXT NOT NULL,
  "proposedBy" UUID NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL,
  "approvedBy" UUID,
  "approvedAt" TIMESTAMPTZ(3),
  "secondBy" UUID,
  "secondAt" TIMESTAMPTZ(3),
  "countersignedBy" UUID,
  "countersignedAt" TIMESTAMPTZ(3),
  "refusedBy" UUID,
  "refusedAt" TIMESTAMPTZ(3),
  "refuseReason" TEXT,
  "sentBy" UUID,
  "sentAt" TIMESTAMPTZ(3),
  "reference" TEXT,
  "answerKind" TEXT,
  "answer" TEXT,
  "answeredBy" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "PlatformNotice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PlatformNotice_incidentId_fkey" FOREIGN KEY ("incidentId")
    REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT notice_ground CHECK (ground IN ('personal_data', 'minors_privacy', 'impersonation',
    'confirmed_falsehood')),
  CONSTRAINT notice_is_no_criticism CHECK ("isNoCriticism"),
  CONSTRAINT notice_state CHECK (state IN ('proposed', 'approved', 'refused', 'sent', 'answered')),
  CONSTRAINT notice_answer CHECK ("answerKind" IN ('accepted', 'declined', 'no_answer')),
  CONSTRAINT notice_evidence FOREIGN KEY ("evidenceId") REFERENCES "Evidence" (id),
  CONSTRAINT notice_correction FOREIGN KEY ("correctionId") REFERENCES "Publication" (id),
  CONSTRAINT notice_corrected_first CHECK (ground <> 'confirmed_falsehood'
    OR "correctionId" IS NOT NULL),
  CONSTRAINT notice_by_another CHECK ("approvedBy" <> "proposedBy" AND "secondBy" <> "proposedBy"
    AND "countersignedBy" <> "proposedBy"),
  CONSTRAINT notice_by_two CHECK ("secondBy" <> "approvedBy" AND "countersignedBy" <> "approvedBy"),
  CONSTRAINT notice_approved CHECK (state IN ('proposed', 'refused') OR ("approvedBy" IS NOT NULL
    AND (ground <> 'confirmed_falsehood' OR "secondBy" IS NOT NULL)))
);
CREATE INDEX "PlatformNotice_incidentId_idx" ON "PlatformNotice" ("incidentId");

CREATE FUNCTION require_notice_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM "Incident" i
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
CREATE CONSTRAINT TRIGGER notice_grounds AFTER INSERT OR UPDATE ON "PlatformNotice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_notice_grounds();

-- Acting against a poster (guard 3) -------------------------------------------

CREATE TABLE "PosterAction" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "authority" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "statement" TEXT,
  "article" TEXT,
  "harm" TEXT,
  "harmEvidenceId" UUID,
  "publicationId" UUID NOT NULL,
  "spreadId" UUID,
  "state" TEXT NOT NULL,
  "proposedBy" UUID NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL,
  "legalBy" UUID,
  "legalAt" TIMESTAMPTZ(3),
  "legalOpinion" TEXT,
  "approvedBy" UUID,
  "approvedAt" TIMESTAMPTZ(3),
  "refusedBy" UUID,
  "refusedAt" TIMESTAMPTZ(3),
  "refuseReason" TEXT,
  "sentBy" UUID,
  "sentAt" TIMESTAMPTZ(3),
  "reference" TEXT,
  CONSTRAINT "PosterAction_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PosterAction_incidentId_fkey" FOREIGN KEY ("incidentId")
    REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT poster_kind CHECK (kind IN ('police_report', 'request')),
  CONSTRAINT poster_category CHECK (category IN ('malicious_spread', 'falsehood_or_unlawful')),
  CONSTRAINT poster_state CHECK (state IN ('proposed', 'reviewed', 'approved', 'refused', 'sent')),
  CONSTRAINT poster_harm_documented CHECK (category <> 'malicious_spread'
    OR "harmEvidenceId" IS NOT NULL),
  CONSTRAINT poster_spreading_shown CHECK (category <> 'malicious_spread' OR "spreadId" IS NOT NULL),
  CONSTRAINT poster_publication FOREIGN KEY ("publicationId") REFERENCES "Publication" (id),
  CONSTRAINT poster_harm_evidence FOREIGN KEY ("harmEvidenceId") REFERENCES "Evidence" (id),
  CONSTRAINT poster_by_another CHECK ("approvedBy" <> "proposedBy" AND "legalBy" <> "proposedBy"
    AND "legalBy" <> "approvedBy"),
  CONSTRAINT poster_approved CHECK (state NOT IN ('approved', 'sent') OR "approvedBy" IS NOT NULL),
  CONSTRAINT poster_reviewed CHECK (state NOT IN ('approved', 'sent')
    OR category <> 'falsehood_or_unlawful' OR "legalBy" IS NOT NULL)
);
CREATE INDEX "PosterAction_incidentId_idx" ON "PosterAction" ("incidentId");

CREATE FUNCTION require_poster_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published timestamptz;
BEGIN
  IF NEW.state = 'refused' THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM "Incident" i JOIN "Categorisation" c ON c."incidentId" = i.id
      AND c.category = i.category AND c.state = 'confirmed' AND c."confirmedBy" <> c."proposedBy"
      WHERE i.id = NEW."incidentId" AND i.category = NEW.category) THEN
    RAISE EXCEPTION 'the category bars acting against the poster'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_category';
  END IF;
  SELECT p."publishedAt" INTO published FROM "Publication" p
    JOIN "Wording" w ON w.id = p."wordingId"
    WHERE p.id = NEW."publicationId" AND p."incidentId" = NEW."incidentId"
      AND p."publishedAt" <= NEW."proposedAt"
      AND (NEW.category = 'malicious_spread' OR w.kind = 'clarification'
        OR p."correctsId" IS NOT NULL);
  IF published IS NULL THEN
    RAISE EXCEPTION 'nothing was published before acting against the poster'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_publication';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.category = 'falsehood_or_unlawful'
      AND coalesce(btrim(NEW.article), '') = '' THEN
    RAISE EXCEPTION 'no article of law is cited'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_article';
  END IF;
  IF NEW.category = 'malicious_spread' THEN
    IF TG_OP = 'INSERT' AND coalesce(btrim(NEW.harm), '') = '' OR NOT EXISTS (
        SELECT FROM "Evidence" e WHERE e.id = NEW."harmEvidenceId"
          AND e."incidentId" = NEW."incidentId") THEN
      RAISE EXCEPTION 'serious harm is not documented'
        USING ERRCODE = '23514', CONSTRAINT = 'poster_harm_documented';
    END IF;
    IF NOT EXISTS (SELECT FROM "Mention" m WHERE m.id = NEW."spreadId"
          AND m."incidentId" = NEW."incidentId"
          AND coalesce(m."publishedAt", m."discoveredAt") > published)
        AND NOT EXISTS (SELECT FROM "MetricSample" s WHERE s.id = NEW."spreadId"
          AND s."incidentId" = NEW."incidentId" AND s."isVisible" AND s."sampledAt" > published) THEN
      RAISE EXCEPTION 'spreading did not go on after the publication'
        USING ERRCODE = '23514', CONSTRAINT = 'poster_spreading_shown';
    END IF;
  END IF;
  IF NEW."approvedBy" IS NOT NULL AND NOT EXISTS (SELECT FROM "UserRole" r
      JOIN "User" u ON u.id = r."userId" JOIN "Incident" i ON i.id = NEW."incidentId"
      WHERE r."userId" = NEW."approvedBy" AND r.role = 'leader' AND u."orgId" = i."orgId")
      AND (TG_OP = 'INSERT' OR OLD."approvedBy" IS NULL) THEN
    RAISE EXCEPTION 'acting against a poster is approved by the leader'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER poster_conditions AFTER INSERT OR UPDATE ON "PosterAction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_poster_conditions();

-- The two categories that open that way stand on the incident only as two people set them.
CREATE FUNCTION require_confirmed_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Categorisation" c WHERE c."incidentId" = NEW.id
      AND c.category = NEW.category AND c.state = 'confirmed'
      AND c."confirmedBy" <> c."proposedBy") THEN
    RAISE EXCEPTION 'a category against a poster is confirmed by a second person'
      USING ERRCODE = '23514', CONSTRAINT = 'grave_category_by_two';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER grave_category_logged AFTER INSERT ON "Incident"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.category IN ('malicious_spread', 'falsehood_or_unlawful'))
  EXECUTE FUNCTION require_confirmed_category();
CREATE CONSTRAINT TRIGGER grave_category_changed AFTER UPDATE ON "Incident"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.category IN ('malicious_spread', 'falsehood_or_unlawful')
    AND OLD.category IS DISTINCT FROM NEW.category)
  EXECUTE FUNCTION require_confirmed_category();

-- Reporting the matter goes to one of the listed authorities, in every category and stage.
ALTER TABLE "MatterReport" ADD CONSTRAINT matter_authority CHECK (authority IN ('police_110',
  'rescue_120', 'child_protection', 'discipline_inspection', 'safety_supervision'));

-- Flags and holds --------------------------------------------------------------

CREATE TABLE "TextFlag" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "ofSeq" INTEGER NOT NULL,
  "ofType" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "phrase" TEXT NOT NULL,
  "excerpt" TEXT,
  "writtenBy" TEXT NOT NULL,
  "flaggedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "TextFlag_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "TextFlag_incidentId_fkey" FOREIGN KEY ("incidentId")
    REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT flag_kind CHECK (kind IN ('removal', 'steering', 'against_poster'))
);
CREATE INDEX "TextFlag_incidentId_idx" ON "TextFlag" ("incidentId");
CREATE INDEX "TextFlag_flaggedAt_idx" ON "TextFlag" ("flaggedAt");

CREATE TABLE "Hold" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "reason" TEXT,
  "placedBy" UUID NOT NULL,
  "placedAt" TIMESTAMPTZ(3) NOT NULL,
  "liftedBy" UUID,
  "liftedAt" TIMESTAMPTZ(3),
  "liftReason" TEXT,
  CONSTRAINT "Hold_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Hold_incidentId_fkey" FOREIGN KEY ("incidentId")
    REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT hold_kind CHECK (kind IN ('preservation', 'dispute')),
  CONSTRAINT hold_lifted CHECK (("liftedBy" IS NULL) = ("liftedAt" IS NULL))
);
CREATE INDEX "Hold_incidentId_idx" ON "Hold" ("incidentId");

-- Names that are still there, for the worker that looks for what is due.
CREATE INDEX mention_with_author ON "Mention" ("incidentId") WHERE "authorSealed" IS NOT NULL;

-- Official voice only (guard 1) -------------------------------------------------

-- Who signed, and what shows that it went out. The account is one of the institution's own.
CREATE FUNCTION require_official_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(btrim(NEW.signatory), '') = '' THEN
    RAISE EXCEPTION 'publication without signatory'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_signatory';
  END IF;
  IF NEW."evidenceId" IS NULL AND coalesce(btrim(NEW.url), '') = '' OR NEW."evidenceId" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e.id = NEW."evidenceId"
        AND e."incidentId" = NEW."incidentId") THEN
    RAISE EXCEPTION 'publication without evidence'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_evidence';
  END IF;
  IF NEW."accountId" IS NOT NULL AND NOT EXISTS (SELECT FROM "OfficialAccount" a
      JOIN "Incident" i ON i."orgId" = a."orgId"
      WHERE a.id = NEW."accountId" AND i.id = NEW."incidentId") THEN
    RAISE EXCEPTION 'publication through an account of nobody here'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_account';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_is_official AFTER INSERT ON "Publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_official_publication();

CREATE FUNCTION require_official_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(btrim(NEW.signatory), '') = '' THEN
    RAISE EXCEPTION 'reply without signatory'
      USING ERRCODE = '23514', CONSTRAINT = 'reply_signatory';
  END IF;
  IF NEW."accountId" IS NOT NULL AND NOT EXISTS (SELECT FROM "OfficialAccount" a
      JOIN "Incident" i ON i."orgId" = a."orgId"
      WHERE a.id = NEW."accountId" AND i.id = NEW."incidentId") THEN
    RAISE EXCEPTION 'reply through an account of nobody here'
      USING ERRCODE = '23514', CONSTRAINT = 'reply_account';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reply_is_official AFTER INSERT ON "Reply"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_official_reply();

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "PlatformNotice", "PosterAction", "TextFlag", "Hold" TO %I', app);
END $$;
