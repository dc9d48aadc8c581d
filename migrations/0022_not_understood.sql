-- Why: what people say and the chat does not understand is what its phrase book lacks. Kept without personal data (numbers,
-- names and addresses are gone before it is written), one row for each thing said however often, and so many a shop at most.

CREATE TABLE not_understood (
  merchant_id integer NOT NULL REFERENCES merchants,
  -- Made from language and words: the same in every shop.
  id text NOT NULL,
  lang text NOT NULL CHECK (lang IN ('pt', 'en', 'es')),
  words text NOT NULL,
  by_staff boolean NOT NULL,
  -- The wishes that were offered instead, the last time.
  offered text[] NOT NULL,
  times integer NOT NULL DEFAULT 1,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX not_understood_by_time ON not_understood (merchant_id, last_at);
CALL close_to_other_merchants('not_understood');
GRANT SELECT, INSERT, UPDATE (by_staff, offered, times, last_at), DELETE ON not_understood TO smartbis_app;
