-- A time limit may stand still: since when, until when at the latest, by whom and why, and the
-- pauses that are over. Empty for every limit that was never paused.
ALTER TABLE "Deadline"
  ADD COLUMN "pausedAt" TIMESTAMPTZ(3),
  ADD COLUMN "resumesAt" TIMESTAMPTZ(3),
  ADD COLUMN "pausedBy" UUID,
  ADD COLUMN "pauseReason" TEXT,
  ADD COLUMN "pauses" JSONB,
  ADD CONSTRAINT pause_has_an_end CHECK (("pausedAt" IS NULL) = ("resumesAt" IS NULL)
    AND "resumesAt" > "pausedAt"),
  ADD CONSTRAINT pause_within_maximum CHECK ("resumesAt" IS NULL OR "hardMaxAt" IS NULL
    OR "resumesAt" <= "hardMaxAt"),
  ADD CONSTRAINT ended_deadline_is_not_paused CHECK (state IN ('open', 'breached')
    OR "pausedAt" IS NULL);
