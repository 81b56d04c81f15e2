-- Facts that come out in stages, promises to citizens and how they were kept, meetings as official ways.

ALTER TABLE "Publication"
  ADD COLUMN "continuesId" UUID,
  ADD COLUMN "stillChecking" TEXT,
  ADD COLUMN "place" TEXT,
  ADD COLUMN "attendees" TEXT,
  ADD COLUMN "through" TEXT,
  ADD CONSTRAINT publication_promises CHECK ("stillChecking" IS NULL OR "nextUpdateAt" IS NOT NULL),
  ADD CONSTRAINT publication_continues FOREIGN KEY ("continuesId") REFERENCES "Publication" (id),
  ADD CONSTRAINT publication_corrects FOREIGN KEY ("correctsId") REFERENCES "Publication" (id),
  ADD CONSTRAINT publication_follows_another CHECK ("continuesId" <> id AND "correctsId" <> id);

-- A chain of releases never forks.
CREATE UNIQUE INDEX publication_continued_once ON "Publication" ("continuesId");

ALTER TABLE "Reply"
  ADD COLUMN "reference" TEXT,
  ADD COLUMN "promiseKind" TEXT,
  ADD COLUMN "promise" TEXT,
  ADD COLUMN "keepsId" UUID,
  ADD COLUMN "callBackTries" INTEGER,
  ADD COLUMN "callBackResult" TEXT,
  ADD COLUMN "callBackNote" TEXT,
  ADD COLUMN "calledBackBy" UUID,
  ADD COLUMN "calledBackAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT reply_keeps FOREIGN KEY ("keepsId") REFERENCES "Reply" (id),
  ADD CONSTRAINT reply_promise CHECK ("promiseKind" IN ('answer', 'call_back')
    AND ("promiseKind" IS NULL OR "promisedAt" IS NOT NULL)),
  ADD CONSTRAINT reply_call_back CHECK ("callBackResult" IN ('satisfied', 'partly', 'unsatisfied',
    'unreachable') AND ("calledBackAt" IS NULL) = ("callBackResult" = 'unreachable'));

-- What follows or corrects a publication is of the same incident; a meeting has a place.
CREATE FUNCTION require_publication_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Publication" p WHERE p.id IN (NEW."continuesId", NEW."correctsId")
      AND (p."incidentId" <> NEW."incidentId" OR p."publishedAt" > NEW."publishedAt")) THEN
    RAISE EXCEPTION 'publication before what it follows'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_follows';
  END IF;
  IF NEW.way IN ('conference', 'parents_meeting') AND coalesce(btrim(NEW.place), '') = '' THEN
    RAISE EXCEPTION 'meeting without a place'
      USING ERRCODE = '23514', CONSTRAINT = 'publication_place';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_links AFTER INSERT ON "Publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_publication_links();
