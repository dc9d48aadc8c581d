-- Why: the mailbox of everything that SmartPOS says. The raw text is kept as it came and never changed; what still has
-- to be read is a narrow row beside it, deleted when it was, so that reading never rewrites the kilobyte. The order of
-- arrival is inbox_due.seq. What cannot be read is kept for a person, with the reason.

CREATE TABLE connections (
  merchant_id integer NOT NULL REFERENCES merchants,
  id text NOT NULL CHECK (id <> ''),
  base_url text NOT NULL,
  company text,
  -- Each an AES-256-GCM envelope (src/secrets.ts).
  api_key_id bytea NOT NULL,
  api_key_secret bytea NOT NULL,
  signing_secret bytea NOT NULL,
  previous_signing_secret bytea,
  previous_valid_until timestamptz,
  -- Whether totalAmount comes after or before the discount.
  total_is text NOT NULL DEFAULT 'after-discount' CHECK (total_is IN ('after-discount', 'before-discount')),
  polled_until timestamptz,
  -- Whoever moves it on pulls: one process at a time.
  next_poll_at timestamptz NOT NULL,
  poll_failure text,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (merchant_id, id)
);
CREATE UNIQUE INDEX connections_address ON connections (id);
CALL close_to_other_merchants('connections');
GRANT SELECT, INSERT, UPDATE (base_url, company, api_key_id, api_key_secret, signing_secret, previous_signing_secret,
  previous_valid_until, total_is, polled_until, next_poll_at, poll_failure, ended_at) ON connections TO smartbis_app;

CREATE TABLE inbox_events (
  merchant_id integer NOT NULL,
  -- The sender's id of the delivery (webhook-id), or the pull's own.
  delivery_id text NOT NULL,
  -- First 16 bytes of the body's SHA-256: the same id with another body is a second row, and a conflict.
  body_hash bytea NOT NULL,
  connection_id text NOT NULL,
  source text NOT NULL CHECK (source IN ('webhook', 'pull')),
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, delivery_id, body_hash)
);
CALL close_to_other_merchants('inbox_events');
GRANT SELECT ON inbox_events TO smartbis_app;

CREATE TABLE inbox_due (
  merchant_id integer NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  delivery_id text NOT NULL,
  body_hash bytea NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, seq)
);
CALL close_to_other_merchants('inbox_due');
GRANT SELECT, UPDATE (due_at, attempts), DELETE ON inbox_due TO smartbis_app;

CREATE TABLE kept_events (
  merchant_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  delivery_id text NOT NULL,
  body_hash bytea NOT NULL,
  reason text NOT NULL,
  field text,
  detail text,
  kept_at timestamptz NOT NULL,
  resolved_at timestamptz,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, delivery_id, body_hash) REFERENCES inbox_events
);
CALL close_to_other_merchants('kept_events');
GRANT SELECT, INSERT, UPDATE (resolved_at) ON kept_events TO smartbis_app;

-- The intake adds the events of many shops in one commit, and can do nothing else.
CREATE POLICY intake_adds ON inbox_events FOR INSERT TO smartbis_intake WITH CHECK (true);
CREATE POLICY intake_names ON inbox_events FOR SELECT TO smartbis_intake USING (true);
CREATE POLICY intake_adds ON inbox_due FOR INSERT TO smartbis_intake WITH CHECK (true);
GRANT INSERT ON inbox_events, inbox_due TO smartbis_intake;
GRANT SELECT (merchant_id, delivery_id, body_hash, received_at) ON inbox_events TO smartbis_intake;

-- The bodies are JSON, in which a control character is always escaped: they come as one text, U+001E between them.
CREATE FUNCTION take_in(merchants integer[], deliveries text[], hashes bytea[], connections text[], sources text[],
                        bodies text, received timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    WITH arrived AS (
      INSERT INTO inbox_events (merchant_id, delivery_id, body_hash, connection_id, source, body, received_at)
      SELECT e.*, received FROM unnest(merchants, deliveries, hashes, connections, sources, string_to_array(bodies, E'\x1e')) AS e
      ON CONFLICT DO NOTHING
      RETURNING merchant_id, delivery_id, body_hash, received_at
    )
    INSERT INTO inbox_due (merchant_id, delivery_id, body_hash, due_at)
    SELECT merchant_id, delivery_id, body_hash, received_at FROM arrived
  $$;
ALTER FUNCTION take_in OWNER TO smartbis_intake;
REVOKE ALL ON FUNCTION take_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_in TO smartbis_app;

-- To whom an address belongs must be known before the shop is.
CREATE POLICY across ON connections FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT ON connections TO smartbis_sweeper;
CREATE FUNCTION connection_at(address text)
  RETURNS TABLE (merchant_id integer, signing_secret bytea, previous_signing_secret bytea, previous_valid_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id, signing_secret, previous_signing_secret, previous_valid_until
    FROM connections WHERE id = address AND ended_at IS NULL
  $$;
ALTER FUNCTION connection_at OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION connection_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION connection_at TO smartbis_app;

CREATE FUNCTION connections_to_pull(moment timestamptz) RETURNS TABLE (merchant_id integer, id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id, id FROM connections WHERE ended_at IS NULL AND next_poll_at <= moment ORDER BY next_poll_at LIMIT 100
  $$;
ALTER FUNCTION connections_to_pull OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION connections_to_pull FROM PUBLIC;
GRANT EXECUTE ON FUNCTION connections_to_pull TO smartbis_app;

CREATE POLICY across ON inbox_due FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, seq, due_at) ON inbox_due TO smartbis_sweeper;
-- One look per shop that has rows, however many rows it has (a loose index scan).
CREATE FUNCTION merchants_with_events(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    WITH RECURSIVE shop AS (
      SELECT min(merchant_id) AS id FROM inbox_due
      UNION ALL
      SELECT (SELECT min(merchant_id) FROM inbox_due WHERE merchant_id > shop.id) FROM shop WHERE shop.id IS NOT NULL
    )
    SELECT id FROM shop
    WHERE id IS NOT NULL AND EXISTS (SELECT FROM inbox_due WHERE merchant_id = shop.id AND due_at <= moment)
  $$;
ALTER FUNCTION merchants_with_events OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_events TO smartbis_app;
