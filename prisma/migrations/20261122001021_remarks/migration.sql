-- What reviewers say about a passage of a text, answers to it, and what proofreading found. A remark
-- is bound to the version it was made on; nobody rewrites it, it is answered and settled.
CREATE TABLE "WordingRemark" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "wordingId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  -- The comment an answer belongs to.
  "onId" UUID,
  "versionNumber" INTEGER NOT NULL,
  "contentHash" TEXT NOT NULL,
  -- Place of the passage in the body of that version, in UTF-16 units.
  "fromSign" INTEGER,
  "toSign" INTEGER,
  "quote" TEXT,
  "content" TEXT,
  -- Which of the three proofreads of a run it is.
  "runId" UUID,
  "round" INTEGER,
  "writtenBy" UUID NOT NULL,
  "writtenAt" TIMESTAMPTZ(3) NOT NULL,
  "settledBy" UUID,
  "settledAt" TIMESTAMPTZ(3),
  CONSTRAINT "WordingRemark_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "WordingRemark_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "WordingRemark_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT remark_kind CHECK (kind IN ('comment', 'answer', 'proofread')),
  CONSTRAINT remark_place CHECK ((kind = 'comment') = ("fromSign" IS NOT NULL)
    AND ("fromSign" IS NULL) = ("toSign" IS NULL) AND "fromSign" < "toSign"),
  CONSTRAINT remark_on CHECK ((kind = 'answer') = ("onId" IS NOT NULL)),
  CONSTRAINT remark_round CHECK ((kind = 'proofread') = ("runId" IS NOT NULL AND "round" IS NOT NULL)),
  CONSTRAINT remark_settled CHECK (("settledAt" IS NULL) = ("settledBy" IS NULL))
);
CREATE INDEX "WordingRemark_incidentId_idx" ON "WordingRemark" ("incidentId");
CREATE UNIQUE INDEX "WordingRemark_runId_round_key" ON "WordingRemark" ("runId", "round");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "WordingRemark" TO %I', app);
END $$;
