-- Who made a version of a calendar, from which one and why. A version is never changed, and only
-- one can follow another, so that two people cannot overwrite each other.
ALTER TABLE "WorkCalendar"
  ADD COLUMN "basedOnId" UUID,
  ADD COLUMN "createdBy" UUID,
  ADD COLUMN "reason" TEXT,
  ADD CONSTRAINT calendar_based_on FOREIGN KEY ("basedOnId") REFERENCES "WorkCalendar" (id),
  ADD CONSTRAINT edited_calendar_says_why CHECK ("basedOnId" IS NULL
    OR ("orgId" IS NOT NULL AND "createdBy" IS NOT NULL AND "reason" IS NOT NULL));
CREATE UNIQUE INDEX "WorkCalendar_orgId_basedOnId_key" ON "WorkCalendar" ("orgId", "basedOnId");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('REVOKE UPDATE ON "WorkCalendar" FROM %I', app);
END $$;
