-- A swap can be taken back by who asked for it, and a feed says when it was read last.

ALTER TABLE "DutySwap" DROP CONSTRAINT swap_state;
ALTER TABLE "DutySwap" ADD CONSTRAINT swap_state
  CHECK (state IN ('asked', 'accepted', 'declined', 'approved', 'refused', 'withdrawn'));

ALTER TABLE "DutyFeed" ADD COLUMN "lastUsedAt" TIMESTAMPTZ(3);
