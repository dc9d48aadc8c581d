-- Why: 0057 left what was being sent alone, and what is looked for in its chat: after a clock was put back by an hour, both
-- waited for that hour. And it took a hold of more than fifteen minutes, as the network asks for now and then, for one of an
-- earlier clock. That a try lies later than now tells the two apart.

CREATE OR REPLACE FUNCTION message_is_due(due_at timestamptz, created_at timestamptz, tried_at timestamptz, state text,
                                          moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$
    SELECT due_at <= moment OR (due_at > moment + interval '15 seconds' AND (
      (state = 'queued' AND due_at <= created_at + interval '15 seconds')
      OR (state IN ('queued', 'unknown')
          AND (tried_at > moment + interval '15 seconds' OR (tried_at IS NOT NULL AND due_at > moment + interval '25 hours')))))
  $$;

-- A sending counts as interrupted after three minutes (src/bot/sending/claim.ts); one that has longer was begun by a clock that
-- was ahead. Its process may be at it still, so it gets three minutes from now. Apart from message_is_due, which the version
-- before takes for leave to send.
CREATE FUNCTION sending_is_of_later(due_at timestamptz, state text, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE
  AS $$ SELECT state = 'sending' AND due_at > moment + interval '195 seconds' $$;

REVOKE ALL ON FUNCTION sending_is_of_later FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sending_is_of_later TO smartbis_app, smartbis_sweeper;

CREATE OR REPLACE FUNCTION merchants_with_outbox(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM outbox o
                  WHERE o.merchant_id = m.merchant_id AND o.state IN ('queued', 'sending', 'unknown') AND o.settled_at IS NULL
                    AND (message_is_due(o.due_at, o.created_at, o.tried_at, o.state, moment)
                         OR sending_is_of_later(o.due_at, o.state, moment)))
  $$;
