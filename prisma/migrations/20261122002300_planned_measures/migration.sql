-- A measure may be planned with a date and recorded as taken later: the same row, then with its moment.

ALTER TABLE "Measure"
  ALTER COLUMN "takenAt" DROP NOT NULL,
  ADD COLUMN "plannedFor" TIMESTAMPTZ(3),
  ADD COLUMN "plannedBy" UUID,
  ADD COLUMN "plannedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT measure_taken_or_planned CHECK ("takenAt" IS NOT NULL OR "plannedFor" IS NOT NULL),
  ADD CONSTRAINT measure_planned_by_somebody
    CHECK (("plannedFor" IS NULL) = ("plannedBy" IS NULL) AND ("plannedFor" IS NULL) = ("plannedAt" IS NULL));
