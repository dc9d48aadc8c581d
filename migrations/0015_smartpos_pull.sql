-- Why: SmartPOS is pulled for more than the sales of the moment: what was sold before the shop was connected, the items of
-- a sale where a rule asks for them, products and customers. Each is a row that says what is due and how far it has come,
-- so that any process can go on with it. And what waits for a person can be read again or put aside by them.

ALTER TABLE connections
  -- Failures one after another: the next pull waits longer after each.
  ADD COLUMN poll_failures integer NOT NULL DEFAULT 0,
  -- The owner was told of keys that are refused; once until they work again.
  ADD COLUMN failure_told boolean NOT NULL DEFAULT false,
  -- Products, categories and customers were last read.
  ADD COLUMN lists_at timestamptz;
GRANT UPDATE (poll_failures, failure_told, lists_at) ON connections TO smartbis_app;

-- Sold before the shop was connected: known for what it tells of customers, and not judged.
ALTER TABLE sales ADD COLUMN history boolean NOT NULL DEFAULT false;

CREATE TABLE history_imports (
  merchant_id integer NOT NULL,
  connection_id text NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  -- Everything before it is in.
  cursor_at timestamptz NOT NULL,
  sales bigint NOT NULL DEFAULT 0,
  -- The owner asked for it: the sales go the way of all others.
  judge boolean NOT NULL DEFAULT false,
  -- Whoever moves it on imports: one process at a time.
  next_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  told_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (merchant_id, connection_id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES connections,
  CHECK (from_at <= cursor_at AND cursor_at <= until_at)
);
CALL close_to_other_merchants('history_imports');
GRANT SELECT, INSERT, UPDATE (cursor_at, sales, next_at, attempts, told_at, finished_at) ON history_imports TO smartbis_app;

-- Null until they came; `given_up`: SmartPOS has none to give.
CREATE TABLE sale_items (
  merchant_id integer NOT NULL,
  sale_id text NOT NULL,
  connection_id text NOT NULL,
  items json,
  given_up boolean NOT NULL DEFAULT false,
  next_try_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, sale_id),
  FOREIGN KEY (merchant_id, connection_id) REFERENCES connections
);
CREATE INDEX sale_items_due ON sale_items (merchant_id, next_try_at) WHERE next_try_at IS NOT NULL;
CALL close_to_other_merchants('sale_items');
GRANT SELECT, INSERT, UPDATE (items, given_up, next_try_at, attempts) ON sale_items TO smartbis_app;

CREATE TABLE products (
  merchant_id integer NOT NULL REFERENCES merchants,
  id text NOT NULL,
  name text,
  category text,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('products');
GRANT SELECT, INSERT, UPDATE (name, category) ON products TO smartbis_app;

-- A person said that it is to be taken as it is.
ALTER TABLE inbox_due ADD COLUMN approved boolean NOT NULL DEFAULT false;
ALTER TABLE kept_events
  ADD COLUMN resolution text CHECK (resolution IN ('retried', 'discarded')),
  ADD COLUMN resolved_by uuid;
CREATE INDEX kept_events_open ON kept_events (merchant_id, id) WHERE resolved_at IS NULL;
GRANT UPDATE (resolution, resolved_by) ON kept_events TO smartbis_app;

-- What is encrypted is encrypted anew when the key is changed.
GRANT UPDATE (code_hash, code_encrypted) ON vouchers TO smartbis_app;

GRANT CREATE ON SCHEMA public TO smartbis_intake, smartbis_sweeper;

-- What history brings is kept as it came too, and is read already.
CREATE FUNCTION keep_raw(merchant integer, deliveries text[], hashes bytea[], connection text, bodies text,
                         received timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    INSERT INTO inbox_events (merchant_id, delivery_id, body_hash, connection_id, source, body, received_at)
    SELECT merchant, e.delivery, e.hash, connection, 'pull', e.body, received
    FROM unnest(deliveries, hashes, string_to_array(bodies, E'\x1e')) AS e (delivery, hash, body)
    ON CONFLICT DO NOTHING
  $$;
ALTER FUNCTION keep_raw OWNER TO smartbis_intake;
REVOKE ALL ON FUNCTION keep_raw FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_raw TO smartbis_app;

-- To be read again, at that moment: only what came, and only of the transaction's own shop.
CREATE FUNCTION read_again(deliveries text[], hashes bytea[], tries integer[], as_it_is boolean[], moment timestamptz)
  RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    INSERT INTO inbox_due (merchant_id, delivery_id, body_hash, due_at, attempts, approved)
    SELECT e.merchant_id, e.delivery_id, e.body_hash, moment, wanted.attempts, wanted.approved
    FROM unnest(deliveries, hashes, tries, as_it_is) AS wanted (delivery, hash, attempts, approved)
    JOIN inbox_events e ON e.merchant_id = current_merchant() AND e.delivery_id = wanted.delivery AND e.body_hash = wanted.hash
  $$;
ALTER FUNCTION read_again OWNER TO smartbis_intake;
REVOKE ALL ON FUNCTION read_again FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_again TO smartbis_app;

CREATE POLICY across ON history_imports FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, connection_id, next_at) ON history_imports TO smartbis_sweeper;
CREATE FUNCTION imports_due(moment timestamptz) RETURNS TABLE (merchant_id integer, connection_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT h.merchant_id, h.connection_id FROM history_imports h
    JOIN connections c ON c.merchant_id = h.merchant_id AND c.id = h.connection_id AND c.ended_at IS NULL
    WHERE h.next_at <= moment ORDER BY h.next_at LIMIT 20
  $$;
ALTER FUNCTION imports_due OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION imports_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION imports_due TO smartbis_app;

CREATE POLICY across ON sale_items FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, next_try_at) ON sale_items TO smartbis_sweeper;
CREATE FUNCTION merchants_wanting_items(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT DISTINCT merchant_id FROM sale_items WHERE next_try_at <= moment LIMIT 100';
ALTER FUNCTION merchants_wanting_items OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_wanting_items FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_wanting_items TO smartbis_app;

REVOKE CREATE ON SCHEMA public FROM smartbis_intake, smartbis_sweeper;
