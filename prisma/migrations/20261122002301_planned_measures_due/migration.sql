-- Instants are told by names that end in At; a planned measure is due at one.

ALTER TABLE "Measure" RENAME COLUMN "plannedFor" TO "dueAt";
