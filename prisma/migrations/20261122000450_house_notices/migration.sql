-- Notices and messages that are about no incident: duty, groups, handovers. They name the event
-- of the institution's stream they tell of, and the page where it is dealt with.

ALTER TABLE "Notification" ALTER COLUMN "incidentId" DROP NOT NULL,
  ADD COLUMN "streamId" TEXT,
  ADD COLUMN "href" TEXT,
  ADD COLUMN "params" JSONB,
  ADD CONSTRAINT notice_subject CHECK (("incidentId" IS NULL) = ("streamId" IS NOT NULL)),
  ADD CONSTRAINT house_notice_page CHECK (("streamId" IS NULL) = ("href" IS NULL));
-- An event of the house tells a person once per rule, as an event of an incident does.
CREATE UNIQUE INDEX "Notification_house_once" ON "Notification"
  ("streamId", "seq", "rule", "userId", "channel") WHERE "streamId" IS NOT NULL;

ALTER TABLE "OutboxMessage" ALTER COLUMN "incidentId" DROP NOT NULL,
  ADD COLUMN "href" TEXT,
  ADD COLUMN "params" JSONB,
  ADD CONSTRAINT house_message_page CHECK (("incidentId" IS NULL) = ("href" IS NOT NULL));
