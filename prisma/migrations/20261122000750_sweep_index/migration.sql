-- What the clock asks all the time: only pending limits with a next step, in the order of time.
CREATE INDEX deadline_next_action ON "Deadline" ("nextActionAt")
  WHERE state IN ('open', 'breached') AND "nextActionAt" IS NOT NULL;
DROP INDEX "Deadline_nextActionAt_idx";
