-- Why: an operator watches what waits over all shops, and for how long. Each figure is one small look: at what still waits,
-- which is narrow or has a partial index of its own, and never at what is done.

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;

-- What failed for good is found by its day.
CREATE INDEX outbox_failed ON outbox (settled_at) WHERE state = 'failed';

CREATE POLICY across ON kept_events FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, reason, resolved_at) ON kept_events TO smartbis_sweeper;
CREATE POLICY across ON channel_states FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, state) ON channel_states TO smartbis_sweeper;
GRANT SELECT (priority) ON outbox TO smartbis_sweeper;

CREATE FUNCTION figures_of_inbox(moment timestamptz) RETURNS TABLE (waiting bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT count(*), min(due_at) FROM inbox_due WHERE due_at <= moment';
ALTER FUNCTION figures_of_inbox OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_inbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_inbox TO smartbis_app;

CREATE FUNCTION figures_of_turns(moment timestamptz) RETURNS TABLE (waiting bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT count(DISTINCT (merchant_id, chat_id)), min(due_at) FROM inbound_messages
    WHERE handled_at IS NULL AND due_at <= moment
  $$;
ALTER FUNCTION figures_of_turns OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_turns FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_turns TO smartbis_app;

-- All that waits, and since when the oldest that is due does.
CREATE FUNCTION figures_of_outbox(moment timestamptz)
  RETURNS TABLE (priority smallint, state text, waiting bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT priority, state, count(*), min(due_at) FILTER (WHERE due_at <= moment) FROM outbox
    WHERE state IN ('queued', 'sending', 'unknown') AND settled_at IS NULL GROUP BY priority, state
  $$;
ALTER FUNCTION figures_of_outbox OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_outbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_outbox TO smartbis_app;

CREATE FUNCTION figures_of_failures(since timestamptz) RETURNS TABLE (priority smallint, failed bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT priority, count(*) FROM outbox WHERE state = 'failed' AND settled_at > since GROUP BY priority
  $$;
ALTER FUNCTION figures_of_failures OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_failures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_failures TO smartbis_app;

CREATE FUNCTION figures_of_kept_events() RETURNS TABLE (reason text, waiting bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT reason, count(*) FROM kept_events WHERE resolved_at IS NULL GROUP BY reason';
ALTER FUNCTION figures_of_kept_events OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_kept_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_kept_events TO smartbis_app;

CREATE FUNCTION figures_of_channels() RETURNS TABLE (channel text, state text, shops bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT m.channel, coalesce(s.state, 'never-started'), count(*)
    FROM merchants m LEFT JOIN channel_states s ON s.merchant_id = m.merchant_id GROUP BY 1, 2
  $$;
ALTER FUNCTION figures_of_channels OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_channels FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_channels TO smartbis_app;

CREATE FUNCTION figures_of_pulls(moment timestamptz)
  RETURNS TABLE (connections bigint, failing bigint, oldest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT count(*), count(poll_failure), min(next_poll_at) FILTER (WHERE next_poll_at <= moment)
    FROM connections WHERE ended_at IS NULL
  $$;
ALTER FUNCTION figures_of_pulls OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION figures_of_pulls FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figures_of_pulls TO smartbis_app;

REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
