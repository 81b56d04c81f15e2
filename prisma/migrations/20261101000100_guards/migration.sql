-- What Prisma cannot say: the record of events only grows, four eyes, the official voice.

-- The record of events ------------------------------------------------------

CREATE FUNCTION refuse_change_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are append-only' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER events_only_grow BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_events();
CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_events();

ALTER TABLE "AuditEvent"
  ADD CONSTRAINT event_seq CHECK (seq >= 1),
  ADD CONSTRAINT event_hash CHECK (hash ~ '^[0-9a-f]{64}$' AND "prevHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT event_stream FOREIGN KEY ("streamId") REFERENCES "AuditStream" (id);

CREATE UNIQUE INDEX event_follows_once ON "AuditEvent" ("streamId", "prevHash");

-- Words of the domain -------------------------------------------------------

ALTER TABLE "UserRole" ADD CONSTRAINT role_known CHECK (role IN ('monitor', 'officer', 'office',
  'handler', 'deputy', 'leader', 'member', 'spokesperson', 'auditor', 'sysadmin', 'secadmin',
  'audit_admin'));

ALTER TABLE "Incident"
  ADD CONSTRAINT stage_known CHECK (stage IN ('detected', 'reported', 'graded', 'responding',
    'following', 'reviewing', 'closed', 'archived', 'dismissed')),
  ADD CONSTRAINT category_known CHECK (category IN ('inquiry', 'malicious_spread',
    'falsehood_or_unlawful', 'suggestion')),
  ADD CONSTRAINT dismissal_by_two CHECK (stage <> 'dismissed' OR ("dismissalReason" IS NOT NULL
    AND "dismissalProposedBy" IS NOT NULL AND "dismissedBy" IS NOT NULL
    AND "dismissedBy" <> "dismissalProposedBy")),
  ADD CONSTRAINT discovery_not_after_logging CHECK ("discoveredAt" <= "discoveryStatedAt"),
  ADD CONSTRAINT incident_of_org FOREIGN KEY ("orgId") REFERENCES "Org" (id),
  ADD CONSTRAINT incident_of_plan FOREIGN KEY ("planVersionId") REFERENCES "PlanVersion" (id),
  ADD CONSTRAINT incident_of_calendar FOREIGN KEY ("calendarId") REFERENCES "WorkCalendar" (id);

-- Drills are born drills (guard 4).
CREATE FUNCTION refuse_turning_drill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a drill is born a drill' USING ERRCODE = '23514', CONSTRAINT = 'drill_for_ever';
END $$;
CREATE TRIGGER drill_for_ever BEFORE UPDATE ON "Incident" FOR EACH ROW
  WHEN (OLD."isDrill" IS DISTINCT FROM NEW."isDrill" OR OLD."orgId" IS DISTINCT FROM NEW."orgId")
  EXECUTE FUNCTION refuse_turning_drill();

ALTER TABLE "Assignment"
  ADD CONSTRAINT finding_known CHECK (finding IN ('true', 'partly_true', 'untrue')),
  ADD CONSTRAINT assignment_of_unit FOREIGN KEY ("unitId") REFERENCES "Unit" (id);

ALTER TABLE "Deadline"
  ADD CONSTRAINT deadline_state CHECK (state IN ('open', 'met', 'late', 'breached', 'cancelled')),
  ADD CONSTRAINT deadline_within_maximum CHECK ("hardMaxAt" IS NULL OR "dueAt" IS NULL
    OR "dueAt" <= "hardMaxAt"),
  ADD CONSTRAINT ended_deadline_sleeps CHECK (state IN ('open', 'breached')
    OR "nextActionAt" IS NULL);

-- Four eyes (guard 6) -------------------------------------------------------

ALTER TABLE "ApprovalDecision"
  ADD CONSTRAINT drafter_may_not_approve CHECK (NOT ("drafterIds" @> to_jsonb("personId"::text)));
ALTER TABLE "Categorisation"
  ADD CONSTRAINT grave_category_by_two CHECK (category IN ('inquiry', 'suggestion')
    OR state = 'proposed' OR ("confirmedBy" IS NOT NULL AND "confirmedBy" <> "proposedBy"));
ALTER TABLE "NonPublication"
  ADD CONSTRAINT non_publication_by_two CHECK (state = 'proposed'
    OR ("approvedBy" IS NOT NULL AND "approvedBy" <> "proposedBy")),
  ADD CONSTRAINT non_publication_reason CHECK (reason IN ('answered_directly',
    'superior_publishes', 'privacy_of_minors', 'under_investigation', 'would_harm_victim'));
ALTER TABLE "Review"
  ADD CONSTRAINT review_by_two CHECK (state <> 'approved'
    OR ("approvedBy" IS NOT NULL AND "approvedBy" <> "writtenBy"));
ALTER TABLE "MatterReport"
  ADD CONSTRAINT countersigned_by_another CHECK ("countersignedBy" IS NULL
    OR "countersignedBy" <> "reportedBy");

-- An approving run covers the text it saw, and only a run whose steps were passed approves.
CREATE FUNCTION require_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "ApprovalRun" run
    JOIN "Wording" wording ON wording.id = run."wordingId"
    JOIN "ApprovalDecision" signed ON signed."runId" = run.id
     AND signed.decision = 'approve' AND signed."contentHash" = NEW."contentHash"
    WHERE run.id = NEW."approvalRunId" AND run."wordingId" = NEW."wordingId"
      AND run."contentHash" = NEW."contentHash" AND run.state IN ('approved', 'voided')
      AND wording.kind <> 'internal_line'
  ) THEN
    RAISE EXCEPTION 'publication without approved wording'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_is_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_is_approved AFTER INSERT ON "Publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_approval();

-- Official voice only (guard 1) ---------------------------------------------

ALTER TABLE "Publication"
  ADD CONSTRAINT official_voice CHECK (way IN ('conference', 'letter', 'parents_meeting',
    'media_release', 'superior_org', 'joint_group') OR (way = 'account' AND "accountId" IS NOT NULL)),
  ADD CONSTRAINT publication_account FOREIGN KEY ("accountId") REFERENCES "OfficialAccount" (id),
  ADD CONSTRAINT publication_run FOREIGN KEY ("approvalRunId") REFERENCES "ApprovalRun" (id);
ALTER TABLE "Reply"
  ADD CONSTRAINT official_reply CHECK (channel <> 'thread' OR "accountId" IS NOT NULL),
  ADD CONSTRAINT formal_reply_is_approved CHECK (kind = 'first' OR "wordingId" IS NOT NULL),
  ADD CONSTRAINT reply_channel CHECK (channel IN ('thread', 'phone', 'in_person', 'letter', 'ticket')),
  ADD CONSTRAINT reply_account FOREIGN KEY ("accountId") REFERENCES "OfficialAccount" (id);

-- Rights of the role the product runs as -------------------------------------

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO %I', app);
  EXECUTE format('REVOKE UPDATE ON "AuditEvent" FROM %I', app);
  EXECUTE format('REVOKE ALL ON "_prisma_migrations" FROM %I', app);
  EXECUTE format('GRANT DELETE ON "UserSession", "IdempotencyKey", "UserRole", "GroupMember", "DutyShift" TO %I', app);
END $$;
