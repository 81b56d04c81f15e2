-- An approved text as one platform takes it: whole paragraphs of it, a line before and after, an
-- address. Bound to the approved text and to its own words; nobody rewrites it.
CREATE TABLE "WordingCopy" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "wordingId" UUID NOT NULL,
  "approvalRunId" UUID NOT NULL,
  "contentHash" TEXT NOT NULL,
  "copyHash" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "kept" JSONB NOT NULL,
  "words" TEXT,
  "madeBy" UUID NOT NULL,
  "madeAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "WordingCopy_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WordingCopy_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "WordingCopy_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT copy_run FOREIGN KEY ("approvalRunId") REFERENCES "ApprovalRun" (id)
);
CREATE INDEX "WordingCopy_incidentId_idx" ON "WordingCopy" ("incidentId");

-- Which copy went out; null = the approved text itself.
ALTER TABLE "Publication" ADD COLUMN "copyId" UUID,
  ADD CONSTRAINT publication_copy FOREIGN KEY ("copyId") REFERENCES "WordingCopy" (id);

-- How long a text may be where, as the institution set it.
ALTER TABLE "Org" ADD COLUMN "copyLimits" JSONB NOT NULL DEFAULT '{}';

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "WordingCopy" TO %I', app);
END $$;
