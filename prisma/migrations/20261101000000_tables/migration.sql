


-- CreateTable
CREATE TABLE "Org" (
    "id" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "incidentCounter" INTEGER NOT NULL DEFAULT 0,
    "acknowledgements" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Org_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "unitId" UUID,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserRole" (
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "UserRole_pkey" PRIMARY KEY ("userId","role")
);

-- CreateTable
CREATE TABLE "UserSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadershipGroup" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LeadershipGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "votes" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","userId","duty")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "officerId" UUID,
    "backupId" UUID,
    "leaderId" UUID,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficialAccount" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "verifiedAs" TEXT NOT NULL,
    "ownerId" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficialAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponsePlan" (
    "id" UUID NOT NULL,
    "orgId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "presetKey" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResponsePlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" UUID,

    CONSTRAINT "PlanVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkCalendar" (
    "id" UUID NOT NULL,
    "orgId" UUID,
    "version" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditStream" (
    "id" TEXT NOT NULL,
    "headSeq" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditStream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "streamId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "typeVersion" INTEGER NOT NULL,
    "actor" JSONB NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("streamId","seq")
);

-- CreateTable
CREATE TABLE "IncidentKey" (
    "incidentId" UUID NOT NULL,
    "wrapped" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "destroyedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IncidentKey_pkey" PRIMARY KEY ("incidentId")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "deadlineId" UUID,
    "channel" TEXT NOT NULL DEFAULT 'in_app',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "orgId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "isDrill" BOOLEAN NOT NULL,
    "stage" TEXT NOT NULL,
    "title" TEXT,
    "summary" TEXT,
    "demand" TEXT,
    "unitId" UUID,
    "unitName" TEXT,
    "planKey" TEXT NOT NULL,
    "planVersionId" UUID NOT NULL,
    "calendarId" UUID NOT NULL,
    "flags" JSONB NOT NULL,
    "discoveredAt" TIMESTAMPTZ(3) NOT NULL,
    "discoveryStatedAt" TIMESTAMPTZ(3) NOT NULL,
    "discoveredReason" TEXT,
    "knownAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "eventOccurredAt" TIMESTAMPTZ(3),
    "opinionOccurredAt" TIMESTAMPTZ(3),
    "provisionalGrade" TEXT,
    "suggestedGrade" TEXT,
    "proposedGrade" TEXT,
    "opinionGrade" TEXT,
    "eventGrade" TEXT,
    "category" TEXT,
    "scales" JSONB NOT NULL,
    "loggedBy" UUID NOT NULL,
    "reportedUpAt" TIMESTAMPTZ(3),
    "gradedAt" TIMESTAMPTZ(3),
    "gradedBy" UUID,
    "activatedAt" TIMESTAMPTZ(3),
    "leadUnitId" UUID,
    "offlineOwner" TEXT,
    "onlineOwner" TEXT,
    "worsenedAt" TIMESTAMPTZ(3),
    "calmAt" TIMESTAMPTZ(3),
    "calmBy" UUID,
    "calmNote" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,
    "dismissalReason" TEXT,
    "dismissalNote" TEXT,
    "dismissalProposedBy" UUID,
    "dismissalProposedAt" TIMESTAMPTZ(3),
    "dismissedAt" TIMESTAMPTZ(3),
    "dismissedBy" UUID,
    "reopenedAt" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" UUID,
    "archivedAt" TIMESTAMPTZ(3),
    "stageTimes" JSONB NOT NULL,
    "nextDueAt" TIMESTAMPTZ(3),
    "overdueCount" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "url" TEXT,
    "normalizedUrl" TEXT,
    "platform" TEXT NOT NULL,
    "text" TEXT,
    "authorSealed" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "discoveredAt" TIMESTAMPTZ(3) NOT NULL,
    "views" BIGINT,
    "reposts" BIGINT,
    "comments" BIGINT,
    "likes" BIGINT,
    "mediaTier" TEXT,
    "region" TEXT,
    "linkedBy" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "medium" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "toOrgId" UUID,
    "recipient" TEXT,
    "content" TEXT,
    "newRisks" TEXT,
    "oralReportId" UUID,
    "sentBy" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "nextReportAt" TIMESTAMPTZ(3),
    "acknowledgedBy" UUID,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatterReport" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "content" TEXT,
    "reference" TEXT,
    "reportedBy" UUID NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "countersignedBy" UUID,
    "countersignedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatterReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "facts" TEXT,
    "spread" TEXT,
    "risks" TEXT,
    "suggestedGrade" TEXT,
    "suggestionReasons" JSONB,
    "proposedGrade" TEXT,
    "worsened" BOOLEAN NOT NULL,
    "assessedBy" UUID NOT NULL,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grading" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "opinionGrade" TEXT NOT NULL,
    "previousGrade" TEXT,
    "eventGrade" TEXT,
    "scales" JSONB NOT NULL,
    "reason" TEXT,
    "decidedBy" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Categorisation" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "previous" TEXT,
    "reason" TEXT,
    "state" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedBy" UUID,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Categorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "isLead" BOOLEAN NOT NULL,
    "urgency" TEXT NOT NULL,
    "requirement" TEXT,
    "points" JSONB,
    "responsible" TEXT,
    "liaison" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "issuedBy" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedBy" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "finding" TEXT,
    "course" TEXT,
    "cause" TEXT,
    "measuresTaken" TEXT,
    "proposedAnswer" TEXT,
    "signedByPrincipal" TEXT,
    "fedBackBy" UUID,
    "fedBackAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "settledBy" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "urgedCount" INTEGER NOT NULL,
    "lastUrgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "content" TEXT,
    "unitId" UUID,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wording" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "state" TEXT NOT NULL,
    "currentVersion" INTEGER NOT NULL,
    "drafterIds" JSONB NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WordingVersion" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT,
    "contentHash" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WordingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalRun" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "chainKey" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submittedBy" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApprovalRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalStep" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "needed" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "candidateIds" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "ApprovalStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalDecision" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "stepId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "contentHash" TEXT NOT NULL,
    "drafterIds" JSONB NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApprovalDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "accountId" UUID,
    "signatory" TEXT,
    "content" TEXT,
    "wordingId" UUID,
    "contentHash" TEXT,
    "promisedAt" TIMESTAMPTZ(3),
    "repliedBy" UUID NOT NULL,
    "repliedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "accountId" UUID,
    "signatory" TEXT,
    "wordingId" UUID NOT NULL,
    "approvalRunId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "url" TEXT,
    "evidenceId" UUID,
    "correctsId" UUID,
    "nextUpdateAt" TIMESTAMPTZ(3),
    "publishedBy" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NonPublication" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "explanation" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedBy" UUID,
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NonPublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaEnquiry" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "outlet" TEXT,
    "question" TEXT,
    "pressDeadlineAt" TIMESTAMPTZ(3),
    "receivedBy" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "wordingId" UUID,
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "MediaEnquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricSample" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "mentionId" UUID,
    "sampledAt" TIMESTAMPTZ(3) NOT NULL,
    "items" BIGINT,
    "views" BIGINT,
    "reposts" BIGINT,
    "comments" BIGINT,
    "likes" BIGINT,
    "isVisible" BOOLEAN NOT NULL,
    "note" TEXT,
    "recordedBy" UUID NOT NULL,

    CONSTRAINT "MetricSample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "course" TEXT,
    "timeliness" TEXT,
    "causes" JSONB NOT NULL,
    "causeNote" TEXT,
    "effect" TEXT,
    "lessons" TEXT,
    "planChanges" TEXT,
    "contentHash" TEXT NOT NULL,
    "writtenBy" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedBy" UUID,
    "approvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectiveAction" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "content" TEXT,
    "unitId" UUID,
    "owner" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" UUID,
    "doneNote" TEXT,

    CONSTRAINT "CorrectiveAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "refId" UUID,
    "round" INTEGER NOT NULL,
    "ownerRole" TEXT NOT NULL,
    "ownerUnitId" UUID,
    "target" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "amount" DOUBLE PRECISION,
    "unit" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "originalDueAt" TIMESTAMPTZ(3),
    "hardMaxAt" TIMESTAMPTZ(3),
    "explanation" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "metAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "extendedBy" UUID,
    "extendReason" TEXT,
    "explainedReason" TEXT,
    "stepsDone" INTEGER NOT NULL,
    "nextActionAt" TIMESTAMPTZ(3),
    "acknowledgedBy" UUID,
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "deadlineId" UUID NOT NULL,
    "fromStep" INTEGER NOT NULL,
    "toStep" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "firedAt" TIMESTAMPTZ(3) NOT NULL,
    "recipientIds" JSONB NOT NULL,
    "skipped" JSONB NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "fileName" TEXT,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "about" TEXT,
    "attachedBy" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "correctsSeq" INTEGER,
    "content" TEXT,
    "writtenBy" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT,
    "declaredBy" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncidentSearch" (
    "incidentId" UUID NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "IncidentSearch_pkey" PRIMARY KEY ("incidentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Org_code_key" ON "Org"("code");

-- CreateIndex
CREATE INDEX "Org_parentId_idx" ON "Org"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_orgId_name_key" ON "Unit"("orgId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE INDEX "User_orgId_idx" ON "User"("orgId");

-- CreateIndex
CREATE INDEX "UserSession_userId_idx" ON "UserSession"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "LeadershipGroup_orgId_idx" ON "LeadershipGroup"("orgId");

-- CreateIndex
CREATE INDEX "DutyShift_orgId_startsAt_idx" ON "DutyShift"("orgId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "OfficialAccount_orgId_platform_handle_key" ON "OfficialAccount"("orgId", "platform", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "ResponsePlan_orgId_key_key" ON "ResponsePlan"("orgId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_planId_number_key" ON "PlanVersion"("planId", "number");

-- CreateIndex
CREATE INDEX "WorkCalendar_orgId_createdAt_idx" ON "WorkCalendar"("orgId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEvent_recordedAt_idx" ON "AuditEvent"("recordedAt");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_incidentId_seq_rule_userId_channel_key" ON "Notification"("incidentId", "seq", "rule", "userId", "channel");

-- CreateIndex
CREATE INDEX "Incident_orgId_stage_nextDueAt_idx" ON "Incident"("orgId", "stage", "nextDueAt");

-- CreateIndex
CREATE INDEX "Incident_orgId_createdAt_idx" ON "Incident"("orgId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Incident_unitId_idx" ON "Incident"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_orgId_number_key" ON "Incident"("orgId", "number");

-- CreateIndex
CREATE INDEX "Mention_incidentId_idx" ON "Mention"("incidentId");

-- CreateIndex
CREATE INDEX "Report_incidentId_idx" ON "Report"("incidentId");

-- CreateIndex
CREATE INDEX "MatterReport_incidentId_idx" ON "MatterReport"("incidentId");

-- CreateIndex
CREATE INDEX "Assessment_incidentId_idx" ON "Assessment"("incidentId");

-- CreateIndex
CREATE INDEX "Grading_incidentId_idx" ON "Grading"("incidentId");

-- CreateIndex
CREATE INDEX "Categorisation_incidentId_idx" ON "Categorisation"("incidentId");

-- CreateIndex
CREATE INDEX "Assignment_incidentId_idx" ON "Assignment"("incidentId");

-- CreateIndex
CREATE INDEX "Assignment_unitId_state_idx" ON "Assignment"("unitId", "state");

-- CreateIndex
CREATE INDEX "Measure_incidentId_idx" ON "Measure"("incidentId");

-- CreateIndex
CREATE INDEX "Wording_incidentId_idx" ON "Wording"("incidentId");

-- CreateIndex
CREATE INDEX "WordingVersion_incidentId_idx" ON "WordingVersion"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "WordingVersion_wordingId_number_key" ON "WordingVersion"("wordingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "WordingVersion_wordingId_contentHash_number_key" ON "WordingVersion"("wordingId", "contentHash", "number");

-- CreateIndex
CREATE INDEX "ApprovalRun_incidentId_idx" ON "ApprovalRun"("incidentId");

-- CreateIndex
CREATE INDEX "ApprovalStep_incidentId_idx" ON "ApprovalStep"("incidentId");

-- CreateIndex
CREATE INDEX "ApprovalStep_state_idx" ON "ApprovalStep"("state");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalStep_runId_position_key" ON "ApprovalStep"("runId", "position");

-- CreateIndex
CREATE INDEX "ApprovalDecision_incidentId_idx" ON "ApprovalDecision"("incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalDecision_runId_personId_key" ON "ApprovalDecision"("runId", "personId");

-- CreateIndex
CREATE INDEX "Reply_incidentId_idx" ON "Reply"("incidentId");

-- CreateIndex
CREATE INDEX "Publication_incidentId_idx" ON "Publication"("incidentId");

-- CreateIndex
CREATE INDEX "NonPublication_incidentId_idx" ON "NonPublication"("incidentId");

-- CreateIndex
CREATE INDEX "MediaEnquiry_incidentId_idx" ON "MediaEnquiry"("incidentId");

-- CreateIndex
CREATE INDEX "MetricSample_incidentId_idx" ON "MetricSample"("incidentId");

-- CreateIndex
CREATE INDEX "Review_incidentId_idx" ON "Review"("incidentId");

-- CreateIndex
CREATE INDEX "CorrectiveAction_incidentId_idx" ON "CorrectiveAction"("incidentId");

-- CreateIndex
CREATE INDEX "Deadline_nextActionAt_idx" ON "Deadline"("nextActionAt");

-- CreateIndex
CREATE INDEX "Deadline_incidentId_idx" ON "Deadline"("incidentId");

-- CreateIndex
CREATE INDEX "Deadline_state_dueAt_idx" ON "Deadline"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Escalation_incidentId_idx" ON "Escalation"("incidentId");

-- CreateIndex
CREATE INDEX "Evidence_incidentId_idx" ON "Evidence"("incidentId");

-- CreateIndex
CREATE INDEX "Note_incidentId_idx" ON "Note"("incidentId");

-- CreateIndex
CREATE INDEX "Recusal_incidentId_idx" ON "Recusal"("incidentId");

-- CreateIndex
CREATE INDEX "IncidentSearch_terms_idx" ON "IncidentSearch" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "Org" ADD CONSTRAINT "Org_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserRole" ADD CONSTRAINT "UserRole_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadershipGroup" ADD CONSTRAINT "LeadershipGroup_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "LeadershipGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficialAccount" ADD CONSTRAINT "OfficialAccount_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponsePlan" ADD CONSTRAINT "ResponsePlan_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanVersion" ADD CONSTRAINT "PlanVersion_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ResponsePlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatterReport" ADD CONSTRAINT "MatterReport_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grading" ADD CONSTRAINT "Grading_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Categorisation" ADD CONSTRAINT "Categorisation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingVersion" ADD CONSTRAINT "WordingVersion_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalRun" ADD CONSTRAINT "ApprovalRun_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalStep" ADD CONSTRAINT "ApprovalStep_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalDecision" ADD CONSTRAINT "ApprovalDecision_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NonPublication" ADD CONSTRAINT "NonPublication_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaEnquiry" ADD CONSTRAINT "MediaEnquiry_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MetricSample" ADD CONSTRAINT "MetricSample_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "Incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
