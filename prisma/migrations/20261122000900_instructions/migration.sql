-- Orders that come in (来文转办, 批示), joint meetings (会商), and what is raised, handed over or
-- asked for elsewhere (提级, 移交, 请求支援).

CREATE TABLE "Instruction" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "source" TEXT NOT NULL,
  "number" TEXT,
  "issuer" TEXT,
  "content" TEXT,
  "receivedAt" TIMESTAMPTZ(3) NOT NULL,
  "dueAt" TIMESTAMPTZ(3),
  "replyOwed" BOOLEAN NOT NULL,
  "recordedBy" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "answer" TEXT,
  "answerReference" TEXT,
  "answeredBy" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "Instruction_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Instruction_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT instruction_answered_by_somebody CHECK (("answeredBy" IS NULL) = ("answeredAt" IS NULL))
);
CREATE INDEX "Instruction_incidentId_idx" ON "Instruction" ("incidentId");

CREATE TABLE "Consultation" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "heldAt" TIMESTAMPTZ(3) NOT NULL,
  "medium" TEXT NOT NULL,
  "attendees" TEXT,
  "decisions" TEXT,
  "minutesNumber" TEXT,
  "recordedBy" UUID NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Consultation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Consultation_incidentId_idx" ON "Consultation" ("incidentId");

CREATE TABLE "Referral" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  -- An institution in this system; null when it goes elsewhere, on paper.
  "toOrgId" UUID,
  "recipient" TEXT,
  "content" TEXT,
  "requestedBy" UUID NOT NULL,
  "requestedAt" TIMESTAMPTZ(3) NOT NULL,
  "state" TEXT NOT NULL,
  "answer" TEXT,
  "answeredBy" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "Referral_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Referral_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT referral_kind CHECK (kind IN ('raise', 'transfer', 'help')),
  CONSTRAINT referral_answered CHECK ((state = 'requested') = ("answeredAt" IS NULL)),
  CONSTRAINT referral_by_another CHECK ("answeredBy" <> "requestedBy" OR "toOrgId" IS NULL)
);
CREATE INDEX "Referral_incidentId_idx" ON "Referral" ("incidentId");

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "Instruction", "Consultation", "Referral" TO %I', app);
END $$;

-- What waits for the desk: few rows among many.
CREATE INDEX "Instruction_waiting" ON "Instruction" ("incidentId")
  WHERE "replyOwed" AND "answeredAt" IS NULL;
CREATE INDEX "Referral_waiting" ON "Referral" ("toOrgId") WHERE state = 'requested';
