-- Why: a voucher is money in a code. The code itself is stored only as a keyed hash, to find it by, beside an encrypted
-- copy, to show it to its holder again. Wrong tries are rows, so that guessing is limited whatever process answers.

CREATE TABLE vouchers (
  merchant_id integer NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  code_encrypted bytea NOT NULL,
  value_cents bigint NOT NULL CHECK (value_cents > 0),
  minimum_purchase_cents bigint,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'redeemed', 'cancelled', 'expired')),
  issued_at timestamptz NOT NULL,
  idempotency_key text NOT NULL,
  settled_at timestamptz,
  purchase_cents bigint,
  redeemed_by uuid,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, code_hash),
  UNIQUE (merchant_id, idempotency_key),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers,
  CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE INDEX vouchers_of_customer ON vouchers (merchant_id, customer_id, issued_at);
CREATE INDEX vouchers_expiring ON vouchers (merchant_id, expires_at) WHERE state = 'open';
CALL close_to_other_merchants('vouchers');
GRANT SELECT, INSERT, UPDATE (state, settled_at, purchase_cents, redeemed_by) ON vouchers TO smartbis_app;

CREATE TABLE voucher_misses (
  merchant_id integer NOT NULL REFERENCES merchants,
  id bigint GENERATED ALWAYS AS IDENTITY,
  sender text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX voucher_misses_recent ON voucher_misses (merchant_id, at);
CALL close_to_other_merchants('voucher_misses');
GRANT SELECT, INSERT, DELETE ON voucher_misses TO smartbis_app;

CREATE POLICY across ON lots FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, expires_at, remaining) ON lots TO smartbis_sweeper;
CREATE POLICY across ON vouchers FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, expires_at, state) ON vouchers TO smartbis_sweeper;
CREATE FUNCTION merchants_with_expiries(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM lots l WHERE l.merchant_id = m.merchant_id AND l.remaining > 0 AND l.expires_at <= moment)
       OR EXISTS (SELECT FROM vouchers v WHERE v.merchant_id = m.merchant_id AND v.state = 'open' AND v.expires_at <= moment)
  $$;
ALTER FUNCTION merchants_with_expiries OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_expiries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_expiries TO smartbis_app;
