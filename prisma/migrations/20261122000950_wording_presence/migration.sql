-- Who has a text open for writing. Passing knowledge: rows are renewed while somebody writes, count
-- for half a minute and are deleted; nothing here is part of the record.
CREATE TABLE "WordingPresence" (
  "wordingId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "WordingPresence_pkey" PRIMARY KEY ("wordingId", "userId"),
  CONSTRAINT "WordingPresence_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "Wording" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "WordingPresence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON "WordingPresence" TO %I', app);
END $$;
