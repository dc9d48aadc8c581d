-- Why: what was said, and reports as they came, are kept as long as they are of use and no longer. Up to when each of them was
-- forgotten is noted, so that every look takes only what has come of age since. What decides and what must be proved
-- stays: sales, books, program versions, consents, the history.

CREATE TABLE forgotten (
  merchant_id integer NOT NULL REFERENCES merchants,
  -- Of retention.ts.
  what text NOT NULL,
  -- All that is older was forgotten.
  until timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, what)
);
CALL close_to_other_merchants('forgotten');
GRANT SELECT, INSERT, UPDATE (until) ON forgotten TO smartbis_app;

-- Rows lie in the order in which they came: a block range index finds an age, and costs next to nothing to keep.
CREATE INDEX inbox_events_by_time ON inbox_events USING brin (received_at);
CREATE INDEX inbound_messages_by_time ON inbound_messages USING brin (due_at);
CREATE INDEX outbox_by_time ON outbox USING brin (created_at);

GRANT UPDATE (choices) ON outbox TO smartbis_app;
