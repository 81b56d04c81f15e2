-- Words an institution does not want in what it says, or only with a stated reason. An entry is never
-- rewritten: it is taken off the list and entered anew, so that a record may point at it for ever.
CREATE TABLE "ListedWord" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "phrase" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "instead" TEXT,
  "weight" TEXT NOT NULL,
  "addedBy" UUID NOT NULL,
  "addedAt" TIMESTAMPTZ(3) NOT NULL,
  "removedBy" UUID,
  "removedAt" TIMESTAMPTZ(3),
  CONSTRAINT "ListedWord_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ListedWord_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT listed_by FOREIGN KEY ("addedBy") REFERENCES "User" (id),
  CONSTRAINT unlisted_by FOREIGN KEY ("removedBy") REFERENCES "User" (id),
  CONSTRAINT listed_weight CHECK (weight IN ('refuse', 'warn')),
  CONSTRAINT unlisted CHECK (("removedAt" IS NULL) = ("removedBy" IS NULL))
);
CREATE INDEX "ListedWord_orgId_idx" ON "ListedWord" ("orgId");
CREATE UNIQUE INDEX listed_once ON "ListedWord" ("orgId", "phrase") WHERE "removedAt" IS NULL;

-- What the person who sent a text ticked of the plan's list.
ALTER TABLE "ApprovalRun" ADD COLUMN "ticked" JSONB;

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON "ListedWord" TO %I', app);
  EXECUTE format('GRANT UPDATE ("removedBy", "removedAt") ON "ListedWord" TO %I', app);
END $$;
