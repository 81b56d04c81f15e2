-- The register of official accounts: who verified it, who answers for it, who may speak through it.

ALTER TABLE "OfficialAccount"
  ADD COLUMN "verification" TEXT NOT NULL DEFAULT 'pending',
  ADD COLUMN "verifiedOn" DATE,
  ADD COLUMN "verificationReference" TEXT,
  ADD COLUMN "ownerUnitId" UUID,
  ADD COLUMN "signingUnit" TEXT,
  ADD COLUMN "publisherRoles" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "publisherIds" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "retiredAt" TIMESTAMPTZ(3),
  ADD COLUMN "retiredReason" TEXT,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;

-- Accounts that are there were registered as verified and open to whoever might publish at all.
UPDATE "OfficialAccount" a SET "verification" = 'verified', "verifiedOn" = a."createdAt"::date,
  "signingUnit" = o.name, "publisherRoles" = '{spokesperson,office,officer}',
  "retiredReason" = CASE WHEN a.active THEN NULL ELSE '登记簿启用前已停用' END
  FROM "Org" o WHERE o.id = a."orgId";

ALTER TABLE "OfficialAccount"
  ADD CONSTRAINT official_account_unit FOREIGN KEY ("ownerUnitId") REFERENCES "Unit" (id),
  ADD CONSTRAINT official_account_owner FOREIGN KEY ("ownerId") REFERENCES "User" (id),
  ADD CONSTRAINT official_account_verification
    CHECK (verification IN ('pending', 'verified', 'lapsed')),
  ADD CONSTRAINT official_account_verified CHECK (verification <> 'verified'
    OR (btrim("verifiedAs") <> '' AND "verifiedOn" IS NOT NULL)),
  ADD CONSTRAINT official_account_roles
    CHECK ("publisherRoles" <@ ARRAY['spokesperson', 'office', 'officer']),
  ADD CONSTRAINT official_account_retired CHECK (active OR coalesce(btrim("retiredReason"), '') <> '');

-- Whether this person may speak through this account now, for this incident (guard 1).
CREATE FUNCTION require_own_voice(account UUID, incident UUID, person UUID, what TEXT)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  voice "OfficialAccount"%ROWTYPE;
BEGIN
  SELECT a.* INTO voice FROM "OfficialAccount" a JOIN "Incident" i ON i."orgId" = a."orgId"
    WHERE a.id = account AND i.id = incident;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% through an account of nobody here', what
      USING ERRCODE = '23514', CONSTRAINT = what || '_account';
  END IF;
  IF NOT voice.active THEN
    RAISE EXCEPTION '% through a retired account: voice_retired', what
      USING ERRCODE = '23514', CONSTRAINT = 'voice_retired';
  END IF;
  IF voice.verification <> 'verified' THEN
    RAISE EXCEPTION '% through an account that is not verified: voice_unverified', what
      USING ERRCODE = '23514', CONSTRAINT = 'voice_unverified';
  END IF;
  IF NOT (person = ANY (voice."publisherIds") OR EXISTS (SELECT FROM "UserRole" r
      WHERE r."userId" = person AND r.role = ANY (voice."publisherRoles"))) THEN
    RAISE EXCEPTION '% by somebody not named for the account: voice_publisher', what
      USING ERRCODE = '23514', CONSTRAINT = 'voice_publisher';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION require_official_publication() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW."accountId" IS NOT NULL THEN
    PERFORM require_own_voice(NEW."accountId", NEW."incidentId", NEW."publishedBy", 'publication');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION require_official_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(btrim(NEW.signatory), '') = '' THEN
    RAISE EXCEPTION 'reply without signatory'
      USING ERRCODE = '23514', CONSTRAINT = 'reply_signatory';
  END IF;
  IF NEW."accountId" IS NOT NULL THEN
    PERFORM require_own_voice(NEW."accountId", NEW."incidentId", NEW."repliedBy", 'reply');
  END IF;
  RETURN NULL;
END $$;
