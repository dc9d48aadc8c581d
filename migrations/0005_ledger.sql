-- Why: the books. A posting moves a quantity from one account to another, so that it cannot fail to balance; postings,
-- lots and lot uses are only ever added, which the missing privileges enforce. Two caches change: what remains of a lot,
-- and the balance row, which is also the lock under which a customer's money moves.
--
-- An account is a kind, and for `customer`, `held` and `debt` also the customer: `program` is the shop's promise,
-- `customer` what it owes the customer, `held` what waits in a voucher, `redeemed` what was spent, `expired` what
-- lapsed, `debt` what a refund took back after it was spent.

CREATE TABLE transactions (
  merchant_id integer NOT NULL,
  -- A hash of the idempotency key: a key is used once.
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('award', 'refund', 'hold', 'capture', 'release', 'expiry', 'adjustment')),
  input_hash bytea NOT NULL,
  -- What it is about: a sale or a voucher.
  sale_id text,
  voucher_id uuid,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('transactions');
GRANT SELECT, INSERT ON transactions TO smartbis_app;

CREATE TABLE postings (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  -- The order in which they were written.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  transaction_id uuid NOT NULL,
  source text NOT NULL,
  destination text NOT NULL,
  asset text NOT NULL CHECK (asset IN ('cashback', 'points')),
  quantity bigint NOT NULL CHECK (quantity > 0),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, customer_id, seq),
  CHECK (source <> destination),
  CHECK (source IN ('program', 'customer', 'held', 'redeemed', 'expired', 'debt')
    AND destination IN ('program', 'customer', 'held', 'redeemed', 'expired', 'debt'))
);
CALL close_to_other_merchants('postings');
GRANT SELECT, INSERT ON postings TO smartbis_app;

CREATE TABLE lots (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  sale_id text,
  asset text NOT NULL CHECK (asset IN ('cashback', 'points')),
  granted bigint NOT NULL CHECK (granted > 0),
  available_at timestamptz NOT NULL,
  -- The first instant at which it is expired; null never.
  expires_at timestamptz,
  -- Of the rule that granted it: what a purchase must reach for this lot to pay for it.
  use_min_cents bigint,
  remaining bigint NOT NULL CHECK (remaining BETWEEN 0 AND granted),
  PRIMARY KEY (merchant_id, customer_id, id)
);
CREATE INDEX lots_expiring ON lots (merchant_id, expires_at) WHERE remaining > 0 AND expires_at IS NOT NULL;
CALL close_to_other_merchants('lots');
GRANT SELECT, INSERT, UPDATE (remaining) ON lots TO smartbis_app;

-- What each transaction took from a lot (positive) or gave back to it (negative).
CREATE TABLE lot_uses (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  lot_id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  quantity bigint NOT NULL CHECK (quantity <> 0),
  PRIMARY KEY (merchant_id, customer_id, lot_id, transaction_id),
  FOREIGN KEY (merchant_id, customer_id, lot_id) REFERENCES lots,
  FOREIGN KEY (merchant_id, transaction_id) REFERENCES transactions
);
CREATE INDEX lot_uses_of_transaction ON lot_uses (merchant_id, transaction_id);
CALL close_to_other_merchants('lot_uses');
GRANT SELECT, INSERT ON lot_uses TO smartbis_app;

CREATE TABLE balances (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  asset text NOT NULL CHECK (asset IN ('cashback', 'points')),
  -- The sum of what remains in the lots, whether available yet or not.
  quantity bigint NOT NULL CHECK (quantity >= 0),
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  debt bigint NOT NULL DEFAULT 0 CHECK (debt >= 0),
  PRIMARY KEY (merchant_id, customer_id, asset)
) WITH (fillfactor = 80);
CALL close_to_other_merchants('balances');
GRANT SELECT, INSERT, UPDATE (quantity, held, debt) ON balances TO smartbis_app;
