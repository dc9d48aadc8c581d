-- Why: what was said and what is to be said. A message is durable before it is answered, and its answer is written in
-- the same transaction as everything the answer did. A dialogue's state is a row, so that a restart goes unnoticed.

CREATE TABLE chats (
  merchant_id integer NOT NULL REFERENCES merchants,
  id text NOT NULL,
  -- Only where the channel vouched for it; never cut from the chat's id.
  phone text,
  customer_id uuid,
  -- Set when the first notice went out: it says who writes, why and how to stop.
  introduced_at timestamptz,
  -- The open steps, the innermost last (bot/conversation.ts).
  flow jsonb NOT NULL DEFAULT '[]',
  misunderstood integer NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers
);
CREATE INDEX chats_of_customer ON chats (merchant_id, customer_id);
CALL close_to_other_merchants('chats');
GRANT SELECT, INSERT, UPDATE (phone, customer_id, introduced_at, flow, misunderstood) ON chats TO smartbis_app;

CREATE TABLE inbound_messages (
  merchant_id integer NOT NULL,
  id text NOT NULL,
  chat_id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  sent_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  handled_at timestamptz,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX inbound_messages_due ON inbound_messages (merchant_id, chat_id, seq) WHERE handled_at IS NULL;
CALL close_to_other_merchants('inbound_messages');
GRANT SELECT, INSERT, UPDATE (handled_at, due_at, attempts) ON inbound_messages TO smartbis_app;

CREATE TABLE outbox (
  merchant_id integer NOT NULL,
  -- Made from cause, template and recipient: one row for each.
  id uuid NOT NULL,
  -- The order in which they were written: what is due at one moment goes in it.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  -- The event that made it.
  cause text NOT NULL,
  template text NOT NULL,
  customer_id uuid,
  chat_id text,
  -- A reply carries its words; a notice its parameters, put in words when it is sent.
  body text,
  params json,
  card json,
  state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'suppressed')),
  reason text,
  -- Answers before notices.
  priority smallint NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  provider_id text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX outbox_due ON outbox (merchant_id, priority, seq) WHERE state IN ('queued', 'sending', 'unknown');
CREATE UNIQUE INDEX outbox_provider ON outbox (merchant_id, provider_id) WHERE provider_id IS NOT NULL;
CALL close_to_other_merchants('outbox');
GRANT SELECT, INSERT, UPDATE (chat_id, state, reason, due_at, attempts, provider_id, settled_at) ON outbox TO smartbis_app;

-- How each shop's number is linked, as its host last said: read by the page on which it is linked.
CREATE TABLE channel_states (
  merchant_id integer PRIMARY KEY REFERENCES merchants,
  state text NOT NULL,
  qr text,
  detail text,
  changed_at timestamptz NOT NULL
);
CALL close_to_other_merchants('channel_states');
GRANT SELECT, INSERT, UPDATE ON channel_states TO smartbis_app;

-- The simulated network: the phones of those who only try. No other channel touches it.
CREATE TABLE simulator_messages (
  merchant_id integer NOT NULL REFERENCES merchants,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  id text NOT NULL,
  chat_id text NOT NULL,
  from_shop boolean NOT NULL,
  body text NOT NULL,
  picture bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, seq),
  UNIQUE (merchant_id, id)
);
CREATE INDEX simulator_messages_of_chat ON simulator_messages (merchant_id, chat_id, seq);
CALL close_to_other_merchants('simulator_messages');
GRANT SELECT, INSERT ON simulator_messages TO smartbis_app;

CREATE POLICY across ON inbound_messages FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, chat_id, due_at, handled_at) ON inbound_messages TO smartbis_sweeper;
CREATE FUNCTION chats_with_messages(moment timestamptz) RETURNS TABLE (merchant_id integer, chat_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT DISTINCT merchant_id, chat_id FROM inbound_messages WHERE handled_at IS NULL AND due_at <= moment LIMIT 1000
  $$;
ALTER FUNCTION chats_with_messages OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION chats_with_messages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chats_with_messages TO smartbis_app;

CREATE POLICY across ON outbox FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, state, due_at) ON outbox TO smartbis_sweeper;
CREATE FUNCTION merchants_with_outbox(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM outbox o
                  WHERE o.merchant_id = m.merchant_id AND o.state IN ('queued', 'sending', 'unknown') AND o.due_at <= moment)
  $$;
ALTER FUNCTION merchants_with_outbox OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_outbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_outbox TO smartbis_app;

REVOKE CREATE ON SCHEMA public FROM smartbis_intake, smartbis_sweeper;
