-- Why: a sale that came without a buyer waits some days for whoever can show its receipt; it becomes one person's, once.
-- A shop's own till asks over HTTP, under a key that is stored as a hash alone; what it asked under an idempotency key is
-- answered again as it was.

CREATE TABLE sale_claims (
  merchant_id integer NOT NULL,
  sale_id text NOT NULL,
  customer_id uuid NOT NULL,
  -- How it was shown to be theirs: what was typed, a picture of the receipt, or the word of a member of staff.
  way text NOT NULL CHECK (way IN ('typed', 'picture', 'staff')),
  staff_id uuid,
  message_id text NOT NULL,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, sale_id),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers,
  CHECK ((way = 'staff') = (staff_id IS NOT NULL))
);
CREATE INDEX sale_claims_of_customer ON sale_claims (merchant_id, customer_id, claimed_at);
CALL close_to_other_merchants('sale_claims');
-- Two customers who prove to be one are brought together.
GRANT SELECT, INSERT, UPDATE (customer_id) ON sale_claims TO smartbis_app;

CREATE INDEX sales_unclaimed ON sales (merchant_id, total_cents, occurred_at) WHERE customer_id IS NULL;
CREATE INDEX sales_unclaimed_by_key ON sales (merchant_id, (details ->> 'fiscalKey'))
  WHERE customer_id IS NULL AND details ->> 'fiscalKey' IS NOT NULL;

-- Wrong tries at a sale are limited as those at a voucher's code are.
ALTER TABLE voucher_misses ADD COLUMN what text NOT NULL DEFAULT 'voucher' CHECK (what IN ('voucher', 'claim'));

-- Whether a customer was asked to be known by their card.
ALTER TABLE customers ADD COLUMN card_asked_at timestamptz;
GRANT UPDATE (card_asked_at) ON customers TO smartbis_app;

CREATE TABLE till_keys (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  -- What its owner calls it.
  name text NOT NULL CHECK (name <> ''),
  key_hash bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, key_hash)
);
CALL close_to_other_merchants('till_keys');
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON till_keys TO smartbis_app;

CREATE TABLE till_requests (
  merchant_id integer NOT NULL,
  till_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  -- Of the route and the body.
  input_hash bytea NOT NULL,
  status smallint NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, till_id, idempotency_key),
  FOREIGN KEY (merchant_id, till_id) REFERENCES till_keys
);
CALL close_to_other_merchants('till_requests');
GRANT SELECT, INSERT, DELETE ON till_requests TO smartbis_app;
