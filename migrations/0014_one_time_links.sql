-- Why: what must not stand in a chat (keys, a PIN, a secret that is shown once) is entered or read on a page to which one
-- person was given a link. Of the link only the hash of its token is here: whoever reads the table opens no page.

CREATE TABLE one_time_links (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose <> ''),
  token_hash bytea NOT NULL,
  -- Whose it is: what is done on the page is done by this person.
  staff_id uuid,
  customer_id uuid,
  -- Where it was asked for, and what came of it is told.
  chat_id text,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, token_hash),
  CHECK (num_nonnulls(staff_id, customer_id) = 1)
);
CALL close_to_other_merchants('one_time_links');
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON one_time_links TO smartbis_app;
