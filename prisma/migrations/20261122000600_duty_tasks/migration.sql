-- What a house owes itself at fixed times: patrols, handovers, daily summaries and zero reports.
-- Tasks are made ahead from the plans and the published roster; the worker takes those that are due.

-- How far an institution is planned, and what it set itself.
CREATE TABLE "DutyPlan" (
  "orgId" UUID NOT NULL,
  "plannedUntil" TIMESTAMPTZ(3) NOT NULL,
  "nextPlanAt" TIMESTAMPTZ(3) NOT NULL,
  -- Head of the institution's stream when it was planned last.
  "seenSeq" INTEGER NOT NULL DEFAULT 0,
  "settings" JSONB NOT NULL DEFAULT '{}',
  CONSTRAINT "DutyPlan_pkey" PRIMARY KEY ("orgId"),
  CONSTRAINT "DutyPlan_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "DutyTask" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  -- What it is an occurrence of, and which one: planning twice makes it once.
  "ruleKey" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "label" JSONB NOT NULL,
  "planVersionId" UUID,
  "rosterId" UUID,
  "unitId" UUID,
  "opensAt" TIMESTAMPTZ(3) NOT NULL,
  "startsAt" TIMESTAMPTZ(3) NOT NULL,
  "dueAt" TIMESTAMPTZ(3) NOT NULL,
  "nextActionAt" TIMESTAMPTZ(3),
  "stepsDone" INTEGER NOT NULL DEFAULT 0,
  "state" TEXT NOT NULL DEFAULT 'open',
  "missedAt" TIMESTAMPTZ(3),
  "outcome" TEXT,
  "doneBy" UUID,
  "doneAt" TIMESTAMPTZ(3),
  "acknowledgedBy" UUID,
  "acknowledgedAt" TIMESTAMPTZ(3),
  CONSTRAINT "DutyTask_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyTask_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT task_roster FOREIGN KEY ("rosterId") REFERENCES "DutyRoster" (id),
  CONSTRAINT task_unit FOREIGN KEY ("unitId") REFERENCES "Unit" (id),
  CONSTRAINT task_doer FOREIGN KEY ("doneBy") REFERENCES "User" (id),
  CONSTRAINT task_kind CHECK (kind IN ('patrol', 'handover', 'daily_summary', 'zero_report')),
  CONSTRAINT task_state CHECK (state IN ('open', 'missed', 'done', 'late', 'spared', 'void')),
  CONSTRAINT task_times CHECK ("opensAt" <= "startsAt" AND "startsAt" < "dueAt"),
  CONSTRAINT handover_has_roster CHECK ((kind = 'handover') = ("rosterId" IS NOT NULL)),
  CONSTRAINT task_done CHECK ((state IN ('done', 'late')) = ("doneAt" IS NOT NULL)
    AND ("doneAt" IS NULL) = ("doneBy" IS NULL)),
  CONSTRAINT task_missed CHECK ((state IN ('missed', 'late')) = ("missedAt" IS NOT NULL)),
  CONSTRAINT task_at_rest CHECK (state IN ('open', 'missed') OR "nextActionAt" IS NULL)
);
CREATE UNIQUE INDEX "DutyTask_orgId_key_key" ON "DutyTask" ("orgId", "key");
CREATE INDEX "DutyTask_nextActionAt_idx" ON "DutyTask" ("nextActionAt");
CREATE INDEX "DutyTask_orgId_dueAt_idx" ON "DutyTask" ("orgId", "dueAt");

-- Late is late for ever.
CREATE FUNCTION keep_missed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."missedAt" IS NOT NULL AND NEW."missedAt" IS DISTINCT FROM OLD."missedAt" THEN
    RAISE EXCEPTION 'a missed task stays missed' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."doneAt" IS NOT NULL AND (NEW."doneAt" IS DISTINCT FROM OLD."doneAt"
      OR NEW."doneBy" IS DISTINCT FROM OLD."doneBy") THEN
    RAISE EXCEPTION 'what was done stays done' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_missed BEFORE UPDATE ON "DutyTask"
  FOR EACH ROW EXECUTE FUNCTION keep_missed();

-- Who was told, and who could not be.
CREATE TABLE "DutyTaskStep" (
  "id" UUID NOT NULL,
  "taskId" UUID NOT NULL,
  "fromStep" INTEGER NOT NULL,
  "toStep" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "firedAt" TIMESTAMPTZ(3) NOT NULL,
  "recipientIds" JSONB NOT NULL,
  "skipped" JSONB NOT NULL,
  CONSTRAINT "DutyTaskStep_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyTaskStep_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "DutyTask" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT step_kind CHECK (kind IN ('reminder', 'due', 'overdue'))
);
CREATE UNIQUE INDEX "DutyTaskStep_taskId_fromStep_key" ON "DutyTaskStep" ("taskId", "fromStep");

-- What was signed: a handover or a daily summary, sealed, with the hash of what it says.
CREATE TABLE "DutySheet" (
  "taskId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "contentHash" TEXT NOT NULL,
  "signedBy" UUID NOT NULL,
  "signedAt" TIMESTAMPTZ(3) NOT NULL,
  "receivedBy" UUID,
  "receivedAt" TIMESTAMPTZ(3),
  CONSTRAINT "DutySheet_pkey" PRIMARY KEY ("taskId"),
  CONSTRAINT "DutySheet_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "DutyTask" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT sheet_signer FOREIGN KEY ("signedBy") REFERENCES "User" (id),
  CONSTRAINT sheet_receiver FOREIGN KEY ("receivedBy") REFERENCES "User" (id),
  CONSTRAINT sheet_kind CHECK (kind IN ('handover', 'daily_summary')),
  CONSTRAINT sheet_hash CHECK ("contentHash" ~ '^[0-9a-f]{64}$'),
  CONSTRAINT sheet_signed_by_two CHECK ("receivedBy" <> "signedBy"),
  CONSTRAINT sheet_received CHECK (("receivedBy" IS NULL) = ("receivedAt" IS NULL)),
  CONSTRAINT only_handovers_are_received CHECK (kind = 'handover' OR "receivedBy" IS NULL)
);

-- The shift's book: calls and notes, corrected by further entries only.
CREATE TABLE "ShiftLogEntry" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "correctsId" UUID,
  "sealed" TEXT NOT NULL,
  "textHash" TEXT NOT NULL,
  "occurredAt" TIMESTAMPTZ(3) NOT NULL,
  "writtenBy" UUID NOT NULL,
  "writtenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ShiftLogEntry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ShiftLogEntry_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT entry_writer FOREIGN KEY ("writtenBy") REFERENCES "User" (id),
  CONSTRAINT entry_corrected FOREIGN KEY ("correctsId") REFERENCES "ShiftLogEntry" (id),
  CONSTRAINT entry_kind CHECK (kind IN ('call', 'note', 'correction')),
  CONSTRAINT correction_corrects CHECK ((kind = 'correction') = ("correctsId" IS NOT NULL)),
  CONSTRAINT entry_hash CHECK ("textHash" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "ShiftLogEntry_orgId_occurredAt_idx" ON "ShiftLogEntry" ("orgId", "occurredAt");
CREATE INDEX "ShiftLogEntry_correctsId_idx" ON "ShiftLogEntry" ("correctsId");

CREATE TABLE "PatrolSource" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "url" TEXT,
  "position" INTEGER NOT NULL DEFAULT 0,
  "active" BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT "PatrolSource_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PatrolSource_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT source_url CHECK (url ~ '^https?://')
);
CREATE UNIQUE INDEX "PatrolSource_orgId_name_key" ON "PatrolSource" ("orgId", "name");

-- What a patrol saw at one source, under the name the source had then.
CREATE TABLE "PatrolResult" (
  "id" UUID NOT NULL,
  "taskId" UUID NOT NULL,
  "sourceId" UUID,
  "sourceName" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  -- Where it was found and what it says, sealed.
  "sealed" TEXT,
  "recordedBy" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PatrolResult_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PatrolResult_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "DutyTask" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT result_recorder FOREIGN KEY ("recordedBy") REFERENCES "User" (id),
  CONSTRAINT result_kind CHECK (result IN ('nothing', 'found', 'unreachable'))
);
CREATE INDEX "PatrolResult_taskId_idx" ON "PatrolResult" ("taskId");

-- An entry of the book or a finding that became an incident.
CREATE TABLE "DutyLink" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "entryId" UUID,
  "resultId" UUID,
  "incidentId" UUID NOT NULL,
  "linkedBy" UUID NOT NULL,
  "linkedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "DutyLink_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DutyLink_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "ShiftLogEntry" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "DutyLink_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "PatrolResult" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT link_incident FOREIGN KEY ("incidentId") REFERENCES "Incident" (id),
  CONSTRAINT link_one_thing CHECK (("entryId" IS NULL) <> ("resultId" IS NULL))
);
CREATE UNIQUE INDEX "DutyLink_entryId_incidentId_key" ON "DutyLink" ("entryId", "incidentId");
CREATE UNIQUE INDEX "DutyLink_resultId_incidentId_key" ON "DutyLink" ("resultId", "incidentId");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "DutyPlan", "PatrolSource" TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON "DutyTask", "DutyTaskStep", "DutySheet", "ShiftLogEntry",
    "PatrolResult", "DutyLink" TO %I', app);
  EXECUTE format('GRANT UPDATE ("nextActionAt", "stepsDone", "state", "missedAt", "outcome", "doneBy",
    "doneAt", "acknowledgedBy", "acknowledgedAt") ON "DutyTask" TO %I', app);
  EXECUTE format('GRANT UPDATE ("receivedBy", "receivedAt") ON "DutySheet" TO %I', app);
END $$;
