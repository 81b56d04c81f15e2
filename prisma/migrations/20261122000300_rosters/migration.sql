-- Several rosters per institution, in order; shifts in the making, covers over them, leave, gaps
-- that are meant, swaps, and secret addresses of calendar feeds.

CREATE TABLE "DutyRoster" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "position" INTEGER NOT NULL DEFAULT 0,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "DutyRoster_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyRoster_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT roster_position CHECK (position >= 0),
  CONSTRAINT roster_revision CHECK (revision >= 1)
);
CREATE UNIQUE INDEX "DutyRoster_orgId_name_key" ON "DutyRoster" ("orgId", "name");
CREATE UNIQUE INDEX "DutyRoster_orgId_position_key" ON "DutyRoster" ("orgId", "position");

-- What there was becomes the first roster of its institution, published as it stood.
INSERT INTO "DutyRoster" ("id", "orgId", "name")
  SELECT gen_random_uuid(), "orgId", '值班表' FROM "DutyShift" GROUP BY "orgId";

-- A null `publishedAt` is a shift in the making.
ALTER TABLE "DutyShift"
  ADD COLUMN "rosterId" UUID,
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'shift',
  ADD COLUMN "publishedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
UPDATE "DutyShift" s SET "rosterId" = r.id FROM "DutyRoster" r WHERE r."orgId" = s."orgId";
ALTER TABLE "DutyShift"
  ALTER COLUMN "rosterId" SET NOT NULL,
  ADD CONSTRAINT "DutyShift_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "DutyRoster" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT shift_has_length CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT shift_kind CHECK (kind IN ('shift', 'cover')),
  ADD CONSTRAINT cover_names_somebody CHECK (kind = 'shift'
    OR coalesce("officerId", "backupId", "leaderId") IS NOT NULL);
CREATE INDEX "DutyShift_rosterId_startsAt_idx" ON "DutyShift" ("rosterId", "startsAt");

CREATE TABLE "DutyLeave" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "recordedBy" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "cancelledAt" TIMESTAMPTZ(3),
  CONSTRAINT "DutyLeave_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyLeave_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT leave_person FOREIGN KEY ("personId") REFERENCES "User" (id),
  CONSTRAINT leave_has_length CHECK ("startsAt" < "endsAt")
);
CREATE INDEX "DutyLeave_orgId_endsAt_idx" ON "DutyLeave" ("orgId", "endsAt");

CREATE TABLE "DutyGap" (
  "id" UUID NOT NULL,
  "rosterId" UUID NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "reason" TEXT NOT NULL,
  "recordedBy" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "DutyGap_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyGap_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "DutyRoster" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT gap_has_length CHECK ("startsAt" < "endsAt")
);
CREATE INDEX "DutyGap_rosterId_endsAt_idx" ON "DutyGap" ("rosterId", "endsAt");

CREATE TABLE "DutySwap" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "rosterId" UUID NOT NULL,
  "place" TEXT NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "endsAt" TIMESTAMPTZ(3) NOT NULL,
  "askedBy" UUID NOT NULL,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "colleagueId" UUID NOT NULL,
  "returnStartsAt" TIMESTAMPTZ(3),
  "returnEndsAt" TIMESTAMPTZ(3),
  "state" TEXT NOT NULL DEFAULT 'asked',
  "answeredAt" TIMESTAMPTZ(3),
  "decidedBy" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  CONSTRAINT "DutySwap_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutySwap_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "DutySwap_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "DutyRoster" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT swap_asker FOREIGN KEY ("askedBy") REFERENCES "User" (id),
  CONSTRAINT swap_colleague FOREIGN KEY ("colleagueId") REFERENCES "User" (id),
  CONSTRAINT swap_has_length CHECK ("startsAt" < "endsAt"),
  CONSTRAINT swap_return CHECK (("returnStartsAt" IS NULL) = ("returnEndsAt" IS NULL)
    AND ("returnStartsAt" IS NULL OR "returnStartsAt" < "returnEndsAt")),
  CONSTRAINT swap_place CHECK (place IN ('officer', 'backup', 'leader')),
  CONSTRAINT swap_state CHECK (state IN ('asked', 'accepted', 'declined', 'approved', 'refused')),
  CONSTRAINT swap_between_two CHECK ("askedBy" <> "colleagueId"),
  CONSTRAINT swap_accepted_first CHECK (state NOT IN ('accepted', 'declined', 'approved')
    OR "answeredAt" IS NOT NULL),
  CONSTRAINT swap_decided_by_third CHECK ((state IN ('approved', 'refused'))
    = ("decidedBy" IS NOT NULL) AND ("decidedBy" IS NULL
    OR ("decidedBy" <> "askedBy" AND "decidedBy" <> "colleagueId")))
);
CREATE INDEX "DutySwap_orgId_state_idx" ON "DutySwap" ("orgId", "state");

-- The address itself is shown once; `rosterId` null = the person's own duty.
CREATE TABLE "DutyFeed" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "rosterId" UUID,
  "secretHash" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revokedAt" TIMESTAMPTZ(3),
  CONSTRAINT "DutyFeed_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "DutyFeed_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "DutyRoster" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT feed_secret CHECK ("secretHash" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "DutyFeed_secretHash_key" ON "DutyFeed" ("secretHash");
CREATE INDEX "DutyFeed_userId_idx" ON "DutyFeed" ("userId");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "DutyRoster", "DutyLeave", "DutyGap", "DutySwap", "DutyFeed" TO %I', app);
  EXECUTE format('GRANT DELETE ON "DutyGap" TO %I', app);
END $$;
