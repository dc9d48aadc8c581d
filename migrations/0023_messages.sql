-- Why: each kind of message has its own switch and text, marketing keeps to the shop's hours and a ceiling, and a number is
-- paced by what it began to send, whatever became of it.

-- A kind that is not here is on. `paused` waits, `off` is not sent.
CREATE TABLE message_switches (
  merchant_id integer NOT NULL REFERENCES merchants,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('on', 'paused', 'off')),
  PRIMARY KEY (merchant_id, kind)
);
CALL close_to_other_merchants('message_switches');
GRANT SELECT, INSERT, UPDATE (state) ON message_switches TO smartbis_app;

-- The shop's own words; a kind and language without them has the product's.
CREATE TABLE message_texts (
  merchant_id integer NOT NULL REFERENCES merchants,
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('pt', 'en', 'es')),
  body text NOT NULL CHECK (body <> ''),
  PRIMARY KEY (merchant_id, kind, language)
);
CALL close_to_other_merchants('message_texts');
GRANT SELECT, INSERT, UPDATE (body), DELETE ON message_texts TO smartbis_app;

-- When and how often marketing may go; a shop without a row has the defaults.
CREATE TABLE sending_rules (
  merchant_id integer PRIMARY KEY REFERENCES merchants,
  -- Minutes of the shop's day: the first in, the last out.
  from_minute smallint NOT NULL DEFAULT 540 CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute smallint NOT NULL DEFAULT 1200 CHECK (to_minute BETWEEN 1 AND 1440),
  -- Marketing messages a customer in seven days.
  weekly_ceiling smallint NOT NULL DEFAULT 2 CHECK (weekly_ceiling BETWEEN 1 AND 50),
  CHECK (from_minute < to_minute)
);
CALL close_to_other_merchants('sending_rules');
GRANT SELECT, INSERT, UPDATE ON sending_rules TO smartbis_app;

-- When its sending last began: it may have left from then on, so pacing and ceilings count by it.
ALTER TABLE outbox ADD COLUMN tried_at timestamptz;
-- After this it has lost its sense, and is not sent any more.
ALTER TABLE outbox ADD COLUMN not_after timestamptz;
-- It spoke to someone for the first time.
ALTER TABLE outbox ADD COLUMN is_first boolean NOT NULL DEFAULT false;
GRANT UPDATE (tried_at, is_first) ON outbox TO smartbis_app;
CREATE INDEX outbox_tried ON outbox (merchant_id, tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX outbox_marketing ON outbox (merchant_id, customer_id, tried_at) WHERE priority = 20 AND tried_at IS NOT NULL;

-- A message of which nobody can tell whether it left, and that must not go twice, stays unknown and is done with.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (merchant_id, priority, seq)
  WHERE state IN ('queued', 'sending', 'unknown') AND settled_at IS NULL;

-- From when on the number writes: a new one warms up.
ALTER TABLE channel_states ADD COLUMN first_ready_at timestamptz;

GRANT SELECT (settled_at) ON outbox TO smartbis_sweeper;
CREATE OR REPLACE FUNCTION merchants_with_outbox(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM outbox o
                  WHERE o.merchant_id = m.merchant_id AND o.state IN ('queued', 'sending', 'unknown')
                    AND o.settled_at IS NULL AND o.due_at <= moment)
  $$;
