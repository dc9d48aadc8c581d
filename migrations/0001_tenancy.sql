-- Why: every row belongs to one shop, and the database itself closes it to any other. The program runs as
-- smartbis_app, which owns nothing and sees only the shop named by the transaction (smartbis.merchant). Two further
-- roles exist only as owners of the few functions that look across shops: smartbis_intake may only add events,
-- smartbis_sweeper may only see which shop has something due, and to whom an address belongs.

DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['smartbis_app', 'smartbis_intake', 'smartbis_sweeper'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    -- From PostgreSQL 16 on who creates a role is a member of it, but may not act as it.
    IF NOT pg_has_role(current_user, role_name,
        CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO smartbis_app, smartbis_intake, smartbis_sweeper;
-- Only for the ownership of their functions; taken back in the last statement of the migration that uses it.
GRANT CREATE ON SCHEMA public TO smartbis_intake, smartbis_sweeper;

CREATE FUNCTION current_merchant() RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('smartbis.merchant', true), '')::integer;

-- Closes a table (its first column being merchant_id) to all shops but the transaction's own.
CREATE PROCEDURE close_to_other_merchants(target regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_merchant ON %s TO smartbis_app USING (merchant_id = (SELECT current_merchant())) '
    'WITH CHECK (merchant_id = (SELECT current_merchant()))', target);
END $$;

CREATE SEQUENCE merchant_ids AS integer;
GRANT USAGE ON SEQUENCE merchant_ids TO smartbis_app;

CREATE TABLE merchants (
  merchant_id integer PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  cnpj text,
  zone text NOT NULL,
  language text NOT NULL DEFAULT 'pt' CHECK (language IN ('pt', 'en', 'es')),
  channel text NOT NULL CHECK (channel IN ('simulator', 'whatsapp-web')),
  messages_paused boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
CALL close_to_other_merchants('merchants');
GRANT SELECT, INSERT, UPDATE (name, cnpj, zone, language, channel, messages_paused) ON merchants TO smartbis_app;

-- When earning began and stopped: a sale earns by the state in force at its own time.
CREATE TABLE program_states (
  merchant_id integer NOT NULL REFERENCES merchants,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'earning-paused')),
  overridden boolean NOT NULL DEFAULT false,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('program_states');
GRANT SELECT, INSERT ON program_states TO smartbis_app;

CREATE TABLE staff (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  phone text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, phone)
);
CALL close_to_other_merchants('staff');
GRANT SELECT, INSERT, UPDATE (name, role), DELETE ON staff TO smartbis_app;

CREATE TABLE audit_log (
  merchant_id integer NOT NULL REFERENCES merchants,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  staff_id uuid,
  action text NOT NULL,
  details jsonb NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('audit_log');
GRANT SELECT, INSERT ON audit_log TO smartbis_app;

CREATE POLICY across ON merchants FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT ON merchants TO smartbis_sweeper;

CREATE FUNCTION all_merchants() RETURNS TABLE (merchant_id integer, channel text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT merchant_id, channel FROM merchants ORDER BY merchant_id';
ALTER FUNCTION all_merchants() OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION all_merchants() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION all_merchants() TO smartbis_app;
