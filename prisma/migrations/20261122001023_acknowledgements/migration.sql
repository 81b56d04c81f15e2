-- 受理回复语: what the officer may answer at once, at night too, because a leader agreed to it before.
-- The words of an entry never change: a new text is proposed and agreed to anew.
CREATE TABLE "Acknowledgement" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "contentHash" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "validUntil" TIMESTAMPTZ(3) NOT NULL,
  "proposedBy" UUID NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL,
  "decidedBy" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "revokedBy" UUID,
  "revokedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Acknowledgement_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT acknowledgement_state CHECK (state IN ('proposed', 'agreed', 'refused', 'revoked')),
  CONSTRAINT acknowledgement_four_eyes CHECK ("decidedBy" <> "proposedBy"),
  CONSTRAINT acknowledgement_agreed CHECK (state <> 'agreed' OR "decidedAt" IS NOT NULL)
);
CREATE INDEX "Acknowledgement_orgId_idx" ON "Acknowledgement" ("orgId");
CREATE UNIQUE INDEX acknowledgement_in_force ON "Acknowledgement" ("orgId", "key")
  WHERE state = 'agreed';

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON "Acknowledgement" TO %I', app);
  EXECUTE format('GRANT UPDATE ("state", "decidedBy", "decidedAt", "revokedBy", "revokedAt")
    ON "Acknowledgement" TO %I', app);
END $$;
