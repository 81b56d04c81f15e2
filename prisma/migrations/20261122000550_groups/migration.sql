-- Seats that can be vacant, joint groups, written delegation, heightened periods.

ALTER TABLE "LeadershipGroup"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "dissolvedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT group_revision CHECK (revision >= 1);

ALTER TABLE "GroupMember" DROP CONSTRAINT "GroupMember_pkey";
ALTER TABLE "GroupMember"
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "officePhone" TEXT,
  ADD COLUMN "mobile" TEXT,
  ALTER COLUMN "userId" DROP NOT NULL,
  ADD CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("id"),
  ADD CONSTRAINT seat_duty CHECK (duty IN ('leader', 'deputy', 'member', 'office', 'liaison',
    'spokesperson'));
CREATE UNIQUE INDEX "GroupMember_groupId_userId_duty_key"
  ON "GroupMember" ("groupId", "userId", "duty");

CREATE TABLE "GroupShare" (
  "groupId" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  CONSTRAINT "GroupShare_pkey" PRIMARY KEY ("groupId", "orgId"),
  CONSTRAINT "GroupShare_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "LeadershipGroup" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "GroupShare_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "GroupShare_orgId_idx" ON "GroupShare" ("orgId");

CREATE TABLE "Delegation" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "fromId" UUID NOT NULL,
  "toId" UUID NOT NULL,
  "scope" TEXT NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "reason" TEXT NOT NULL,
  "paperReference" TEXT,
  "givenBy" UUID NOT NULL,
  "givenAt" TIMESTAMPTZ(3) NOT NULL,
  "revokedBy" UUID,
  "revokedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Delegation_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT delegation_from FOREIGN KEY ("fromId") REFERENCES "User" (id),
  CONSTRAINT delegation_to FOREIGN KEY ("toId") REFERENCES "User" (id),
  CONSTRAINT delegation_between_two CHECK ("fromId" <> "toId"),
  CONSTRAINT delegation_has_length CHECK ("startsAt" < "endsAt"),
  CONSTRAINT delegation_scope CHECK (scope IN ('approve', 'grade', 'all')),
  -- Somebody else records it only from a paper, and never for the own benefit.
  CONSTRAINT delegation_in_writing CHECK ("givenBy" = "fromId"
    OR ("paperReference" IS NOT NULL AND "givenBy" <> "toId")),
  CONSTRAINT delegation_revoked CHECK (("revokedBy" IS NULL) = ("revokedAt" IS NULL))
);
CREATE INDEX "Delegation_orgId_endsAt_idx" ON "Delegation" ("orgId", "endsAt");
CREATE INDEX "Delegation_toId_endsAt_idx" ON "Delegation" ("toId", "endsAt");

CREATE TABLE "HeightenedPeriod" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "includesBelow" BOOLEAN NOT NULL DEFAULT false,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "reason" TEXT NOT NULL,
  "startedBy" UUID NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "endedBy" UUID,
  "endedAt" TIMESTAMPTZ(3),
  CONSTRAINT "HeightenedPeriod_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "HeightenedPeriod_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT heightened_has_length CHECK ("startsAt" < "endsAt"),
  CONSTRAINT heightened_ended CHECK (("endedBy" IS NULL) = ("endedAt" IS NULL))
);
CREATE INDEX "HeightenedPeriod_orgId_endsAt_idx" ON "HeightenedPeriod" ("orgId", "endsAt");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "GroupShare", "Delegation", "HeightenedPeriod" TO %I', app);
  EXECUTE format('GRANT DELETE ON "GroupShare" TO %I', app);
END $$;
