-- What leaves the house. A message is written in the transaction of the event it tells of; the
-- worker delivers it, and every try is kept.

CREATE TABLE "Channel" (
  "id" UUID NOT NULL,
  "orgId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "settings" JSONB NOT NULL,
  -- Sealed under the master key; null for a mail server without sign-in.
  "sealed" TEXT,
  "enabled" BOOLEAN NOT NULL DEFAULT true,
  "position" INTEGER NOT NULL DEFAULT 0,
  -- Takes over what a group channel cannot deliver.
  "fallbackId" UUID,
  "restsUntil" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Channel_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Channel_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Org" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT channel_fallback FOREIGN KEY ("fallbackId") REFERENCES "Channel" (id),
  CONSTRAINT channel_kind CHECK (kind IN ('mail', 'wecom', 'dingtalk', 'feishu', 'sms', 'webhook')),
  CONSTRAINT channel_is_not_its_own_fallback CHECK ("fallbackId" <> id),
  CONSTRAINT channel_secret CHECK (sealed IS NOT NULL OR kind = 'mail')
);
CREATE UNIQUE INDEX "Channel_orgId_name_key" ON "Channel" ("orgId", "name");

-- How one person wants to be reached; without a row, by what the account holds.
CREATE TABLE "ContactPreference" (
  "userId" UUID NOT NULL,
  "mail" TEXT,
  -- Kinds in the order of preference, and those not wanted.
  "preferred" TEXT[] NOT NULL DEFAULT '{}',
  "declined" TEXT[] NOT NULL DEFAULT '{}',
  -- Local time of day, HH:MM.
  "quietFrom" TEXT,
  "quietTo" TEXT,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "ContactPreference_pkey" PRIMARY KEY ("userId"),
  CONSTRAINT "ContactPreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT quiet_hours CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL)
    AND "quietFrom" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "quietTo" ~ '^([01]\d|2[0-3]):[0-5]\d$')
);

CREATE TABLE "OutboxMessage" (
  "id" UUID NOT NULL,
  "channelId" UUID NOT NULL,
  "streamId" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "eventType" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  -- A person's id, or 'group' for robots and webhooks.
  "recipient" TEXT NOT NULL,
  "incidentId" UUID NOT NULL,
  "deadlineId" UUID,
  "urgent" BOOLEAN NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'queued',
  -- The message that carries this one in a bundle.
  "carrierId" UUID,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "partsSent" INTEGER NOT NULL DEFAULT 0,
  "notBefore" TIMESTAMPTZ(3) NOT NULL,
  "lastCode" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "settledAt" TIMESTAMPTZ(3),
  CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "OutboxMessage_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT message_state CHECK (state IN ('queued', 'bundled', 'sent', 'failed', 'cancelled')),
  CONSTRAINT bundled_has_carrier CHECK (state <> 'bundled' OR "carrierId" IS NOT NULL),
  CONSTRAINT settled_message CHECK ((state IN ('queued', 'bundled')) = ("settledAt" IS NULL))
);
-- One event tells one recipient once per rule and channel, however often it is handed in.
CREATE UNIQUE INDEX "OutboxMessage_once" ON "OutboxMessage"
  ("streamId", "seq", "eventType", "rule", "recipient", "channelId");
CREATE INDEX "OutboxMessage_due" ON "OutboxMessage" ("channelId", "notBefore")
  WHERE state = 'queued';
CREATE INDEX "OutboxMessage_pending" ON "OutboxMessage" ("incidentId")
  WHERE state IN ('queued', 'bundled');
CREATE INDEX "OutboxMessage_carrierId_idx" ON "OutboxMessage" ("carrierId");

CREATE TABLE "DeliveryAttempt" (
  "id" UUID NOT NULL,
  "channelId" UUID NOT NULL,
  -- Null for a test from the administration.
  "messageId" UUID,
  "recipient" TEXT NOT NULL,
  -- Requests it took, and messages it carried.
  "parts" INTEGER NOT NULL,
  "messages" INTEGER NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  -- Null while under way, and for ever when the worker was killed.
  "endedAt" TIMESTAMPTZ(3),
  "result" TEXT,
  -- The provider's answer, as a code.
  "code" TEXT,
  CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "DeliveryAttempt_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel" ("id")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "DeliveryAttempt_messageId_fkey" FOREIGN KEY ("messageId")
    REFERENCES "OutboxMessage" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT attempt_result CHECK (result IN ('sent', 'retry', 'rest', 'permanent'))
);
CREATE INDEX "DeliveryAttempt_channelId_startedAt_idx" ON "DeliveryAttempt" ("channelId", "startedAt");
CREATE INDEX "DeliveryAttempt_recipient_startedAt_idx" ON "DeliveryAttempt" ("recipient", "startedAt");
CREATE INDEX "DeliveryAttempt_messageId_idx" ON "DeliveryAttempt" ("messageId");

-- Ways to one person that work, the preferred first.
CREATE FUNCTION personal_channels(person uuid)
RETURNS TABLE ("channelId" uuid, rank bigint) LANGUAGE sql STABLE AS $$
  SELECT c.id, row_number() OVER (
    ORDER BY array_position(p.preferred, c.kind) NULLS LAST, c.position, c.name)
  FROM "User" u JOIN "Channel" c ON c."orgId" = u."orgId" AND c.enabled
    LEFT JOIN "ContactPreference" p ON p."userId" = u.id
  WHERE u.id = person AND u.active
    AND ((c.kind = 'mail' AND p.mail IS NOT NULL) OR (c.kind = 'sms' AND u.phone IS NOT NULL))
    AND NOT (c.kind = ANY (coalesce(p.declined, '{}')))
$$;

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "Channel", "ContactPreference", "OutboxMessage",
    "DeliveryAttempt" TO %I', app);
END $$;
