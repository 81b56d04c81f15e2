-- What the channel pages show and ask for: the language of a person's messages, why a message was
-- held back, what a provider said, and messages sent once more by hand.

ALTER TABLE "ContactPreference"
  ADD COLUMN "language" TEXT NOT NULL DEFAULT 'zh-CN',
  ADD CONSTRAINT preference_language CHECK (language IN ('zh-CN', 'en'));

ALTER TABLE "OutboxMessage"
  -- Why it did not go out at once or by itself; stays when it has gone out.
  ADD COLUMN "heldBy" TEXT,
  -- Tries before this one are not counted any more.
  ADD COLUMN "replayedAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT message_held_by CHECK (
    "heldBy" IN ('quiet_hours', 'person_bound', 'recipient_bound', 'channel_rate', 'busy_minutes'));

ALTER TABLE "DeliveryAttempt"
  -- The provider's own words, shortened, without secrets and personal data.
  ADD COLUMN "said" TEXT;

ALTER TABLE "Channel"
  -- Why it rests: our own count, or the provider asked for it.
  ADD COLUMN "restsFor" TEXT,
  ADD CONSTRAINT channel_rests_for CHECK ("restsFor" IN ('own_rate', 'asked'));

-- Newest first, for the pages of the administration.
CREATE INDEX "OutboxMessage_newest" ON "OutboxMessage" ("channelId", "createdAt" DESC, id DESC);
CREATE INDEX "OutboxMessage_own_waiting" ON "OutboxMessage" (recipient)
  WHERE state IN ('queued', 'bundled');
