-- Why: a voucher may come from cashback, from points or from a rule, and be worth an amount, a share of the purchase or a
-- thing; the shop chooses how it is validated; points buy rewards from a catalogue. What ended a voucher is final, and
-- the database itself refuses to change it.

ALTER TABLE merchants
  ADD COLUMN voucher_mode text NOT NULL DEFAULT 'counter'
    CHECK (voucher_mode IN ('counter', 'connected-till', 'automatic', 'manual')),
  -- The shop's own words, shown with each voucher where the mode is manual.
  ADD COLUMN voucher_procedure text,
  -- What becomes of the part that a voucher paid when the purchase is refunded.
  ADD COLUMN voucher_refund text NOT NULL DEFAULT 'back-to-balance' CHECK (voucher_refund IN ('back-to-balance', 'lost')),
  ADD CHECK (voucher_mode <> 'manual' OR voucher_procedure IS NOT NULL);
GRANT UPDATE (voucher_mode, voucher_procedure, voucher_refund) ON merchants TO smartbis_app;

-- What points can be exchanged for. A reward that was removed stays, for the vouchers that name it.
CREATE TABLE rewards (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  points bigint NOT NULL CHECK (points > 0),
  benefit jsonb NOT NULL,
  minimum_purchase_cents bigint CHECK (minimum_purchase_cents > 0),
  -- A list of names; null is every store.
  stores jsonb,
  limit_per_customer integer CHECK (limit_per_customer > 0),
  paused boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (merchant_id, id)
);
CREATE UNIQUE INDEX rewards_by_name ON rewards (merchant_id, lower(name)) WHERE removed_at IS NULL;
CALL close_to_other_merchants('rewards');
GRANT SELECT, INSERT, UPDATE (points, benefit, minimum_purchase_cents, stores, limit_per_customer, paused, removed_at)
  ON rewards TO smartbis_app;

ALTER TABLE vouchers
  ADD COLUMN source text NOT NULL DEFAULT 'cashback' CHECK (source IN ('cashback', 'points', 'rule')),
  -- A voucher benefit (loyalty/core/rule.ts).
  ADD COLUMN benefit jsonb,
  -- Cents of cashback or points that wait in it; a rule's voucher holds nothing.
  ADD COLUMN held bigint CHECK (held > 0),
  ADD COLUMN available_at timestamptz,
  ADD COLUMN stores jsonb,
  -- The sale and the rule that gave it, or the reward that it was exchanged for.
  ADD COLUMN sale_id text,
  ADD COLUMN rule_id text,
  ADD COLUMN reward_id uuid,
  -- How it ended: under which key and with what, through what, and what it paid.
  ADD COLUMN settled_key text,
  ADD COLUMN settled_input bytea,
  ADD COLUMN redeemed_via text CHECK (redeemed_via IN ('chat', 'till', 'sale')),
  ADD COLUMN paid_cents bigint,
  -- The sale that it paid for, where that is known, and what came back of it since.
  ADD COLUMN redeemed_sale_id text,
  ADD COLUMN returned_cents bigint NOT NULL DEFAULT 0,
  ADD FOREIGN KEY (merchant_id, reward_id) REFERENCES rewards;

UPDATE vouchers v SET
  benefit = jsonb_build_object('kind', 'voucher-fixed', 'cents', value_cents),
  held = value_cents,
  available_at = issued_at,
  -- From here on only what binds: what a purchase must reach for the whole value is worked out where it is shown.
  minimum_purchase_cents = (
    SELECT max(l.use_min_cents) FROM transactions t
    JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id
    JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
    WHERE t.merchant_id = v.merchant_id AND t.voucher_id = v.id AND t.kind = 'hold'),
  redeemed_via = CASE state WHEN 'redeemed' THEN 'chat' END,
  paid_cents = CASE state WHEN 'redeemed' THEN (
    SELECT coalesce(sum(p.quantity), 0) FROM transactions t
    JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id AND p.destination = 'redeemed'
    WHERE t.merchant_id = v.merchant_id AND t.voucher_id = v.id) END;

ALTER TABLE vouchers
  DROP COLUMN value_cents,
  ALTER COLUMN source DROP DEFAULT,
  ALTER COLUMN benefit SET NOT NULL,
  ALTER COLUMN available_at SET NOT NULL,
  ADD CHECK ((source = 'rule') = (held IS NULL)),
  ADD CHECK (num_nonnulls(sale_id, rule_id) = CASE source WHEN 'rule' THEN 2 ELSE 0 END),
  ADD CHECK ((source = 'points') = (reward_id IS NOT NULL)),
  ADD CHECK ((state = 'redeemed') = (paid_cents IS NOT NULL)),
  ADD CHECK (returned_cents BETWEEN 0 AND coalesce(paid_cents, 0));
CREATE UNIQUE INDEX vouchers_settled_by ON vouchers (merchant_id, settled_key) WHERE settled_key IS NOT NULL;
CREATE INDEX vouchers_of_sale ON vouchers (merchant_id, sale_id, rule_id) WHERE sale_id IS NOT NULL;
CREATE INDEX vouchers_paying ON vouchers (merchant_id, redeemed_sale_id) WHERE redeemed_sale_id IS NOT NULL;
CREATE INDEX vouchers_of_reward ON vouchers (merchant_id, customer_id, reward_id) WHERE reward_id IS NOT NULL;
GRANT UPDATE (settled_key, settled_input, redeemed_via, paid_cents, redeemed_sale_id, returned_cents) ON vouchers
  TO smartbis_app;

-- A voucher reaches one final state. What is learnt afterwards of a redeemed one (its sale, what a refund brought back)
-- is beside that.
CREATE FUNCTION keep_final_voucher() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.state, NEW.settled_at, NEW.settled_key, NEW.purchase_cents, NEW.paid_cents, NEW.redeemed_by)
    IS DISTINCT FROM (OLD.state, OLD.settled_at, OLD.settled_key, OLD.purchase_cents, OLD.paid_cents, OLD.redeemed_by) THEN
    RAISE EXCEPTION 'voucher % is % for good', OLD.id, OLD.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER final_voucher BEFORE UPDATE ON vouchers FOR EACH ROW WHEN (OLD.state <> 'open')
  EXECUTE FUNCTION keep_final_voucher();

-- What a voucher's hold, end and return moved.
CREATE INDEX transactions_of_voucher ON transactions (merchant_id, voucher_id) WHERE voucher_id IS NOT NULL;

-- Each look-up of a code counts the wrong tries of its sender and of the shop in one read.
DROP INDEX voucher_misses_recent;
CREATE INDEX voucher_misses_recent ON voucher_misses (merchant_id, at) INCLUDE (sender);
