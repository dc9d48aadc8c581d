-- Why: a shop tries its connection by one sale that it watches. What comes while a test is open is noted beside it, by
-- which way and when, so that the reports in the chat follow from rows and a restart loses none. What SmartPOS sent and was
-- refused is noted too: a signature that is wrong shows nowhere else.

CREATE TABLE reference_tests (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  chat_id text NOT NULL,
  -- The reports are written in it.
  language text NOT NULL CHECK (language IN ('pt', 'en', 'es')),
  staff_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- The first sale that came, once it was one that the program could judge.
  passed_at timestamptz,
  sale_id text,
  -- The reports that were written.
  reported jsonb NOT NULL DEFAULT '[]',
  closed_at timestamptz,
  PRIMARY KEY (merchant_id, id),
  CHECK ((passed_at IS NULL) = (sale_id IS NULL))
);
CREATE INDEX reference_tests_open ON reference_tests (merchant_id) WHERE closed_at IS NULL;
CALL close_to_other_merchants('reference_tests');
GRANT SELECT, INSERT, UPDATE (passed_at, sale_id, reported, closed_at) ON reference_tests TO smartbis_app;

-- Each sale once a way; what could not be read has no sale.
CREATE TABLE reference_arrivals (
  merchant_id integer NOT NULL,
  test_id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  way text NOT NULL CHECK (way IN ('webhook', 'pull')),
  sale_id text,
  -- What of it could not be read.
  field text,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, test_id, seq),
  UNIQUE (merchant_id, test_id, way, sale_id),
  FOREIGN KEY (merchant_id, test_id) REFERENCES reference_tests,
  CHECK ((sale_id IS NULL) <> (field IS NULL))
);
CALL close_to_other_merchants('reference_arrivals');
GRANT SELECT, INSERT ON reference_arrivals TO smartbis_app;

CREATE TABLE webhook_refusals (
  merchant_id integer NOT NULL,
  connection_id text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('signature', 'stale', 'malformed', 'too-large')),
  last_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, connection_id, reason),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES connections
);
CALL close_to_other_merchants('webhook_refusals');
GRANT SELECT, INSERT, UPDATE (last_at) ON webhook_refusals TO smartbis_app;

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE POLICY across ON reference_tests FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, closed_at) ON reference_tests TO smartbis_sweeper;
CREATE FUNCTION merchants_with_open_tests() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT DISTINCT merchant_id FROM reference_tests WHERE closed_at IS NULL';
ALTER FUNCTION merchants_with_open_tests OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_open_tests FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_open_tests TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
