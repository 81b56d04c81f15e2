-- 回避: what only the leader decides goes to a deputy where every leader is recused from the incident.

CREATE FUNCTION may_lead(person UUID, incident UUID) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "UserRole" r JOIN "User" u ON u.id = r."userId"
      JOIN "Incident" i ON i.id = incident AND i."orgId" = u."orgId"
      WHERE u.id = person AND (r.role = 'leader' OR r.role = 'deputy'
        AND EXISTS (SELECT FROM "Recusal" x WHERE x."incidentId" = i.id)
        AND NOT EXISTS (SELECT FROM "User" lu JOIN "UserRole" lr ON lr."userId" = lu.id
          WHERE lr.role = 'leader' AND lu.active AND lu."orgId" = i."orgId"
            AND NOT EXISTS (SELECT FROM "Recusal" x
              WHERE x."incidentId" = i.id AND x."personId" = lu.id))))
    AND NOT EXISTS (SELECT FROM "Recusal" x
      WHERE x."incidentId" = incident AND x."personId" = person)
$$;

CREATE OR REPLACE FUNCTION require_poster_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published timestamptz;
BEGIN
  IF NEW.state = 'refused' THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM "Incident" i JOIN "Categorisation" c ON c."incidentId" = i.id
      AND c.category = i.category AND c.state = 'confirmed' AND c."confirmedBy" <> c."proposedBy"
      WHERE i.id = NEW."incidentId" AND i.category = NEW.category) THEN
    RAISE EXCEPTION 'the category bars acting against the poster'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_category';
  END IF;
  SELECT p."publishedAt" INTO published FROM "Publication" p
    JOIN "Wording" w ON w.id = p."wordingId"
    WHERE p.id = NEW."publicationId" AND p."incidentId" = NEW."incidentId"
      AND p."publishedAt" <= NEW."proposedAt"
      AND (NEW.category = 'malicious_spread' OR w.kind = 'clarification'
        OR p."correctsId" IS NOT NULL);
  IF published IS NULL THEN
    RAISE EXCEPTION 'nothing was published before acting against the poster'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_publication';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.category = 'falsehood_or_unlawful'
      AND coalesce(btrim(NEW.article), '') = '' THEN
    RAISE EXCEPTION 'no article of law is cited'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_article';
  END IF;
  IF NEW.category = 'malicious_spread' THEN
    IF TG_OP = 'INSERT' AND coalesce(btrim(NEW.harm), '') = '' OR NOT EXISTS (
        SELECT FROM "Evidence" e WHERE e.id = NEW."harmEvidenceId"
          AND e."incidentId" = NEW."incidentId") THEN
      RAISE EXCEPTION 'serious harm is not documented'
        USING ERRCODE = '23514', CONSTRAINT = 'poster_harm_documented';
    END IF;
    IF NOT EXISTS (SELECT FROM "Mention" m WHERE m.id = NEW."spreadId"
          AND m."incidentId" = NEW."incidentId"
          AND coalesce(m."publishedAt", m."discoveredAt") > published)
        AND NOT EXISTS (SELECT FROM "MetricSample" s WHERE s.id = NEW."spreadId"
          AND s."incidentId" = NEW."incidentId" AND s."isVisible" AND s."sampledAt" > published) THEN
      RAISE EXCEPTION 'spreading did not go on after the publication'
        USING ERRCODE = '23514', CONSTRAINT = 'poster_spreading_shown';
    END IF;
  END IF;
  IF NEW."approvedBy" IS NOT NULL AND (TG_OP = 'INSERT' OR OLD."approvedBy" IS NULL)
      AND NOT may_lead(NEW."approvedBy", NEW."incidentId") THEN
    RAISE EXCEPTION 'acting against a poster is approved by the leader'
      USING ERRCODE = '23514', CONSTRAINT = 'poster_approved';
  END IF;
  RETURN NULL;
END $$;
