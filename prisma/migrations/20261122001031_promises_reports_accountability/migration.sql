-- A unit's promise to the citizen with its date; what a report names by the plan's own form and which
-- body outside it went to; and what was handed over for accountability (责任追究线索), a closed record.

ALTER TABLE "Assignment"
  ADD COLUMN "promise" TEXT,
  ADD COLUMN "promiseDueAt" TIMESTAMPTZ(3),
  ADD COLUMN "promiseKeptAt" TIMESTAMPTZ(3),
  ADD COLUMN "promiseKeptBy" UUID,
  ADD COLUMN "promiseNote" TEXT,
  ADD CONSTRAINT promise_kept_by_somebody CHECK (("promiseKeptBy" IS NULL) = ("promiseKeptAt" IS NULL)),
  ADD CONSTRAINT promise_kept_was_made CHECK ("promiseKeptAt" IS NULL OR "promiseDueAt" IS NOT NULL);

ALTER TABLE "Report"
  ADD COLUMN "bodyKey" TEXT,
  ADD COLUMN "contact" TEXT,
  ADD COLUMN "fields" JSONB;

CREATE TABLE "Accountability" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "body" TEXT,
  "number" TEXT,
  "content" TEXT,
  "handedBy" UUID NOT NULL,
  "handedAt" TIMESTAMPTZ(3) NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "answer" TEXT,
  "answeredBy" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "Accountability_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Accountability_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT accountability_answered_by_somebody
    CHECK (("answeredBy" IS NULL) = ("answeredAt" IS NULL))
);
CREATE INDEX "Accountability_incidentId_idx" ON "Accountability" ("incidentId");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "Accountability" TO %I', app);
END $$;
