-- Why: a clock that was ahead is put back, and what was written by it would wait until the old time is reached again: an hour,
-- or a year. A due time is therefore held against what its kind can wait for at most: what waits for longer is due. Each
-- rule stands here once, for the sweeper and for whoever takes the row.

-- An event is due at once, or waits three seconds for its items; after the nth failure 2^(n-1) seconds (src/sync).
CREATE FUNCTION event_is_due(due_at timestamptz, attempts integer, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT due_at <= moment OR due_at > moment + interval '15 seconds' * (1 << least(attempts, 10)) $$;

-- Neither a burst nor a retry of a turn is waited for longer (src/bot/conversation).
CREATE FUNCTION turn_is_due(due_at timestamptz, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT due_at <= moment OR due_at > moment + interval '15 seconds' $$;

-- What was due when it was written and nobody put off since; and of what was tried, a try again, which comes within ten
-- minutes. What is being sent is left alone: only its time says that its process is no more.
CREATE FUNCTION message_is_due(due_at timestamptz, created_at timestamptz, tried_at timestamptz, state text,
                               moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$
    SELECT due_at <= moment OR (state = 'queued' AND due_at > moment + interval '15 seconds'
      AND (due_at <= created_at + interval '15 seconds' OR (tried_at IS NOT NULL AND due_at > moment + interval '15 minutes')))
  $$;

-- Pulls, imports and what they fetch come every day at the least (src/sync/pull).
CREATE FUNCTION pull_is_due(next_at timestamptz, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT next_at <= moment OR next_at > moment + interval '25 hours' $$;

REVOKE ALL ON FUNCTION event_is_due, turn_is_due, message_is_due, pull_is_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_is_due, turn_is_due, message_is_due, pull_is_due TO smartbis_app, smartbis_sweeper;
GRANT SELECT (attempts) ON inbox_due TO smartbis_sweeper;
GRANT SELECT (created_at, tried_at) ON outbox TO smartbis_sweeper;

CREATE OR REPLACE FUNCTION merchants_with_events(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    WITH RECURSIVE shop AS (
      SELECT min(merchant_id) AS id FROM inbox_due
      UNION ALL
      SELECT (SELECT min(merchant_id) FROM inbox_due WHERE merchant_id > shop.id) FROM shop WHERE shop.id IS NOT NULL
    )
    SELECT id FROM shop
    WHERE id IS NOT NULL
      AND EXISTS (SELECT FROM inbox_due d WHERE d.merchant_id = shop.id AND event_is_due(d.due_at, d.attempts, moment))
  $$;

CREATE OR REPLACE FUNCTION chats_with_messages(moment timestamptz) RETURNS TABLE (merchant_id integer, chat_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT DISTINCT merchant_id, chat_id FROM inbound_messages
    WHERE handled_at IS NULL AND turn_is_due(due_at, moment) LIMIT 1000
  $$;

CREATE OR REPLACE FUNCTION merchants_with_outbox(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM outbox o
                  WHERE o.merchant_id = m.merchant_id AND o.state IN ('queued', 'sending', 'unknown')
                    AND o.settled_at IS NULL AND message_is_due(o.due_at, o.created_at, o.tried_at, o.state, moment))
  $$;

CREATE OR REPLACE FUNCTION connections_to_pull(moment timestamptz) RETURNS TABLE (merchant_id integer, id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id, id FROM connections WHERE ended_at IS NULL AND pull_is_due(next_poll_at, moment)
    ORDER BY next_poll_at LIMIT 100
  $$;

CREATE OR REPLACE FUNCTION imports_due(moment timestamptz) RETURNS TABLE (merchant_id integer, connection_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT h.merchant_id, h.connection_id FROM history_imports h
    JOIN connections c ON c.merchant_id = h.merchant_id AND c.id = h.connection_id AND c.ended_at IS NULL
    WHERE pull_is_due(h.next_at, moment) ORDER BY h.next_at LIMIT 20
  $$;

CREATE OR REPLACE FUNCTION merchants_wanting_items(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT DISTINCT merchant_id FROM sale_items WHERE pull_is_due(next_try_at, moment) LIMIT 100';
