-- Who signed or decided for somebody else or for the group, and the working group of an incident.

CREATE TABLE "StandIn" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "act" TEXT NOT NULL,
  "refId" UUID,
  "personId" UUID NOT NULL,
  "forId" UUID,
  "delegationId" UUID,
  "usedAt" TIMESTAMPTZ(3) NOT NULL,
  "countersignedBy" UUID,
  "countersignedAt" TIMESTAMPTZ(3),
  CONSTRAINT "StandIn_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "StandIn_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT stand_in_delegation FOREIGN KEY ("delegationId") REFERENCES "Delegation" (id),
  CONSTRAINT stand_in_kind CHECK (kind IN ('delegate', 'acting')),
  -- A delegate signs for one person under one paper; the leader on duty acts for the group.
  CONSTRAINT stand_in_paper CHECK ((kind = 'delegate') = ("delegationId" IS NOT NULL)
    AND (kind = 'delegate') = ("forId" IS NOT NULL)),
  CONSTRAINT stand_in_for_another CHECK ("forId" IS NULL OR "forId" <> "personId"),
  CONSTRAINT stand_in_countersigned CHECK (("countersignedBy" IS NULL) = ("countersignedAt" IS NULL)
    AND ("countersignedBy" IS NULL OR "countersignedBy" <> "personId"))
);
CREATE INDEX "StandIn_incidentId_idx" ON "StandIn" ("incidentId");

CREATE TABLE "Taskforce" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "name" TEXT,
  "tasks" JSONB,
  "members" JSONB NOT NULL,
  "formedBy" UUID NOT NULL,
  "formedAt" TIMESTAMPTZ(3) NOT NULL,
  "dissolvedBy" UUID,
  "dissolvedAt" TIMESTAMPTZ(3),
  "dissolveReason" TEXT,
  CONSTRAINT "Taskforce_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Taskforce_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Taskforce_incidentId_idx" ON "Taskforce" ("incidentId");

ALTER TABLE "Incident"
  ADD COLUMN "takenOverAt" TIMESTAMPTZ(3),
  ADD COLUMN "takenOverBy" UUID;

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "StandIn", "Taskforce" TO %I', app);
END $$;
