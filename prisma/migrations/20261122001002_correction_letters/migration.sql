-- 更正函: a medium is asked to put a report right, in approved words; never to take anything down.

CREATE TABLE "CorrectionLetter" (
  "id" UUID NOT NULL,
  "incidentId" UUID NOT NULL,
  "outlet" TEXT,
  "articleUrl" TEXT,
  "wrong" TEXT,
  "fact" TEXT,
  "demand" TEXT NOT NULL,
  "wordingId" UUID NOT NULL,
  "approvalRunId" UUID NOT NULL,
  "contentHash" TEXT NOT NULL,
  "signatory" TEXT,
  "evidenceId" UUID,
  "replyDueAt" TIMESTAMPTZ(3),
  "sentBy" UUID NOT NULL,
  "sentAt" TIMESTAMPTZ(3) NOT NULL,
  "outcome" TEXT,
  "answer" TEXT,
  "answerUrl" TEXT,
  "answeredBy" UUID,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "CorrectionLetter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "CorrectionLetter_incidentId_fkey" FOREIGN KEY ("incidentId")
    REFERENCES "Incident" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT letter_demand CHECK (demand IN ('correct', 'clarify', 'publish_response')),
  CONSTRAINT letter_outcome CHECK (outcome IN ('corrected', 'clarified', 'response_published',
    'declined', 'no_answer')),
  CONSTRAINT letter_answered CHECK ((outcome IS NULL) = ("answeredAt" IS NULL)),
  CONSTRAINT letter_evidence FOREIGN KEY ("evidenceId") REFERENCES "Evidence" (id),
  CONSTRAINT letter_run FOREIGN KEY ("approvalRunId") REFERENCES "ApprovalRun" (id)
);
CREATE INDEX "CorrectionLetter_incidentId_idx" ON "CorrectionLetter" ("incidentId");

-- What is wrong, what is so, who signs; and the words were approved, as of a publication.
CREATE FUNCTION require_letter_grounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(btrim(NEW.wrong), '') = '' OR coalesce(btrim(NEW.fact), '') = ''
      OR coalesce(btrim(NEW.outlet), '') = '' THEN
    RAISE EXCEPTION 'letter without what is wrong and what is so'
      USING ERRCODE = '23514', CONSTRAINT = 'letter_grounds';
  END IF;
  IF coalesce(btrim(NEW.signatory), '') = '' THEN
    RAISE EXCEPTION 'letter without signatory'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_signatory';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER letter_grounds AFTER INSERT ON "CorrectionLetter"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_letter_grounds();
CREATE CONSTRAINT TRIGGER letter_is_approved AFTER INSERT ON "CorrectionLetter"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_approval();

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "CorrectionLetter" TO %I', app);
END $$;
