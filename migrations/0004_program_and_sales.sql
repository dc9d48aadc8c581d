-- Why: a sale is judged under the version of the program that was in force when it was made, so versions are only ever
-- added; a sale is what SmartPOS last said of it; its verdict is written once.

CREATE TABLE program_versions (
  merchant_id integer NOT NULL REFERENCES merchants,
  number integer NOT NULL,
  rules jsonb NOT NULL,
  settings jsonb NOT NULL,
  valid_from timestamptz NOT NULL,
  -- The message that asked for it: saying it twice makes one version.
  idempotency_key text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, number),
  UNIQUE (merchant_id, idempotency_key)
);
CALL close_to_other_merchants('program_versions');
GRANT SELECT, INSERT ON program_versions TO smartbis_app;

CREATE TABLE sales (
  merchant_id integer NOT NULL,
  -- SmartPOS's uniqueIdentifier.
  id text NOT NULL,
  customer_id uuid,
  occurred_at timestamptz NOT NULL,
  updated_at timestamptz,
  received_at timestamptz NOT NULL,
  total_cents bigint NOT NULL CHECK (total_cents >= 0),
  voucher_cents bigint NOT NULL CHECK (voucher_cents BETWEEN 0 AND total_cents),
  refunded_cents bigint NOT NULL CHECK (refunded_cents BETWEEN 0 AND total_cents),
  -- Counts the states it has been in: part of the key of every transaction about it.
  revision integer NOT NULL,
  -- What its award stands at, all refunds considered.
  cashback_cents bigint NOT NULL DEFAULT 0 CHECK (cashback_cents >= 0),
  points bigint NOT NULL DEFAULT 0 CHECK (points >= 0),
  terminal text,
  acquirer text,
  -- The rest of the normalised sale (loyalty/core/sale.ts).
  details json NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('sales');
GRANT SELECT, INSERT, UPDATE (customer_id, updated_at, total_cents, voucher_cents, refunded_cents, revision,
  cashback_cents, points, terminal, acquirer, details) ON sales TO smartbis_app;

CREATE TABLE verdicts (
  merchant_id integer NOT NULL,
  sale_id text NOT NULL,
  program_version integer,
  -- Judged, but nothing granted: the program was not active at the sale's time.
  dry boolean NOT NULL,
  cashback_cents bigint NOT NULL CHECK (cashback_cents >= 0),
  points bigint NOT NULL CHECK (points >= 0),
  trace json NOT NULL,
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, sale_id)
);
CALL close_to_other_merchants('verdicts');
GRANT SELECT, INSERT ON verdicts TO smartbis_app;

CREATE TABLE terminals (
  merchant_id integer NOT NULL REFERENCES merchants,
  id text NOT NULL,
  acquirer text,
  store text,
  first_sale_at timestamptz NOT NULL,
  last_sale_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('terminals');
GRANT SELECT, INSERT, UPDATE (acquirer, store, last_sale_at) ON terminals TO smartbis_app;
