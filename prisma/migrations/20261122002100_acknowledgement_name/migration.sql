-- What people call a text agreed in advance, and why a leader did not agree to one.
ALTER TABLE "Acknowledgement" ADD COLUMN "name" TEXT, ADD COLUMN "refusedFor" TEXT;

DO $$
DECLARE
  app text := coalesce(nullif(current_setting('huiying.app_role', true), ''), 'huiying_app');
BEGIN
  EXECUTE format('GRANT UPDATE ("refusedFor") ON "Acknowledgement" TO %I', app);
END $$;
