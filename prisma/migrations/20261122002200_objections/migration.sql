-- An objection to minutes says which step it is against; each person objects to the same minutes once.

ALTER TABLE "Note" ADD COLUMN "stepId" UUID;

-- Objections recorded before this stood among the notes; the event names the step.
UPDATE "Note" n SET kind = 'objection', "stepId" = (e.payload->>'stepId')::uuid
  FROM "AuditEvent" e
  WHERE e.type = 'approval.objected' AND e."streamId" = 'incident:' || n."incidentId"
    AND e.payload->>'id' = n.id::text;

ALTER TABLE "Note" ADD CONSTRAINT objection_names_step
  CHECK ((kind = 'objection') = ("stepId" IS NOT NULL));
