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

-- A sale and its verdict. The verdict is not its outcome but what it was made of: the version, and the past that it saw.
-- Judging is a pure function of these and of the sale, so that the explanation of an award is worked out when it is asked
-- for, and can be checked against what stands.
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
  -- What its award stands at, all refunds considered; where the verdict is dry, what it would.
  cashback_cents bigint NOT NULL DEFAULT 0 CHECK (cashback_cents >= 0),
  points bigint NOT NULL DEFAULT 0 CHECK (points >= 0),
  -- Null until judged. Dry: judged, but nothing granted, since the program was not active at the sale's time.
  dry boolean,
  program_version integer,
  -- Of loyalty/core/past.ts; null where the version asks for none of it.
  past json,
  terminal text,
  acquirer text,
  -- What else is known of the sale (loyalty/core/sale.ts), without what is null.
  details json NOT NULL,
  PRIMARY KEY (merchant_id, id),
  CHECK (dry IS NOT NULL OR (program_version IS NULL AND past IS NULL))
);
CREATE INDEX sales_of_customer ON sales (merchant_id, customer_id, occurred_at) WHERE customer_id IS NOT NULL;
CALL close_to_other_merchants('sales');
GRANT SELECT, INSERT, UPDATE (customer_id, updated_at, total_cents, voucher_cents, refunded_cents, revision,
  cashback_cents, points, dry, program_version, past, terminal, acquirer, details) ON sales TO smartbis_app;

CREATE FUNCTION verdict_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'sale % has its verdict already', OLD.id;
END $$;
CREATE TRIGGER verdict_is_final BEFORE UPDATE OF dry, program_version, past ON sales
  FOR EACH ROW WHEN (OLD.dry IS NOT NULL AND (NEW.dry IS DISTINCT FROM OLD.dry
    OR NEW.program_version IS DISTINCT FROM OLD.program_version OR NEW.past::text IS DISTINCT FROM OLD.past::text))
  EXECUTE FUNCTION verdict_is_final();

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
