-- A plan in the making: edited by some, published by another. Versions say who wrote them and why,
-- and stay as they were published.

CREATE TABLE "PlanDraft" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "planId" UUID,
  "key" TEXT NOT NULL,
  "presetKey" TEXT NOT NULL,
  "baseVersionId" UUID,
  "content" JSONB NOT NULL,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "state" TEXT NOT NULL DEFAULT 'draft',
  "reason" TEXT,
  "editorIds" UUID[] NOT NULL,
  "createdBy" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedBy" UUID NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "submittedBy" UUID,
  "submittedAt" TIMESTAMPTZ(3),
  "returnedBy" UUID,
  "returnedAt" TIMESTAMPTZ(3),
  "returnReason" TEXT,
  "publishedBy" UUID,
  "publishedAt" TIMESTAMPTZ(3),
  "versionId" UUID,
  CONSTRAINT "PlanDraft_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PlanDraft_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "PlanDraft_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ResponsePlan" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT draft_base FOREIGN KEY ("baseVersionId") REFERENCES "PlanVersion" (id),
  CONSTRAINT draft_version FOREIGN KEY ("versionId") REFERENCES "PlanVersion" (id),
  CONSTRAINT draft_state CHECK (state IN ('draft', 'submitted', 'published', 'discarded')),
  CONSTRAINT draft_revision CHECK (revision >= 1),
  CONSTRAINT submitted_with_reason CHECK (state NOT IN ('submitted', 'published')
    OR ("submittedBy" IS NOT NULL AND reason IS NOT NULL)),
  CONSTRAINT published_by_another CHECK ((state = 'published') = ("publishedBy" IS NOT NULL)
    AND ("publishedBy" IS NULL OR ("versionId" IS NOT NULL AND "publishedBy" <> "submittedBy"
      AND NOT ("publishedBy" = ANY ("editorIds")))))
);
CREATE INDEX "PlanDraft_orgId_createdAt_idx" ON "PlanDraft" ("orgId", "createdAt");
-- One plan is changed in one place at a time.
CREATE UNIQUE INDEX one_open_draft ON "PlanDraft" ("orgId", key)
  WHERE state IN ('draft', 'submitted');

-- Null where a version was adopted before there were drafts, or by the command line.
ALTER TABLE "PlanVersion"
  ADD COLUMN "authorId" UUID,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "contentHash" TEXT,
  ADD COLUMN "draftId" UUID,
  ADD COLUMN "comparedTo" UUID,
  ADD CONSTRAINT version_draft FOREIGN KEY ("draftId") REFERENCES "PlanDraft" (id)
    DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT version_compared FOREIGN KEY ("comparedTo") REFERENCES "PlanVersion" (id),
  ADD CONSTRAINT version_hash CHECK ("contentHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT version_by_two CHECK ("publishedBy" <> "authorId");

CREATE FUNCTION refuse_change_of_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version stays as it is' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER versions_stay BEFORE UPDATE OR DELETE ON "PlanVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_versions();
CREATE TRIGGER versions_are_not_emptied BEFORE TRUNCATE ON "PlanVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_versions();

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "PlanDraft" TO %I', app);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON "PlanVersion" FROM %I', app);
END $$;
