-- Why: a report is asked for in a chat turn, of any period and over every sale of a shop. What it counts is kept by the
-- shop's day: whatever part of the program changes a sale or moves a balance, the difference is noted in the same statement,
-- and counted soon after, or before a report is read. Noting appends rows, so that nobody waits for anybody; counting
-- takes them away. Days are whole numbers from 1970-01-01 on the shop's calendar.

-- What a statement changed of sales of which something is left after refunds. A correction is a minus and a plus.
CREATE TABLE sale_changes (
  merchant_id integer NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  customer_id uuid,
  day integer NOT NULL,
  terminal text,
  acquirer text,
  -- How its buyer came to be known: by the sale itself, by a claim, or not.
  buyer text NOT NULL CHECK (buyer IN ('identified', 'claimed', 'unknown')),
  with_benefit boolean NOT NULL,
  sales integer NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (merchant_id, seq)
);
CREATE TABLE benefit_changes (
  merchant_id integer NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  day integer NOT NULL,
  asset text NOT NULL,
  source text NOT NULL,
  destination text NOT NULL,
  quantity bigint NOT NULL,
  PRIMARY KEY (merchant_id, seq)
);
-- Of lots that were granted, become usable and end on the same days. `used_on` null: what became of the lots themselves.
CREATE TABLE lot_changes (
  merchant_id integer NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  asset text NOT NULL,
  granted_on integer NOT NULL,
  available_on integer NOT NULL,
  expires_on integer,
  used_on integer,
  -- What its use was for (transactions.kind); of lots `lot`.
  kind text NOT NULL,
  granted bigint NOT NULL,
  remaining bigint NOT NULL,
  PRIMARY KEY (merchant_id, seq)
);

CREATE TABLE sales_days (
  merchant_id integer NOT NULL,
  day integer NOT NULL,
  terminal text NOT NULL,
  acquirer text NOT NULL,
  buyer text NOT NULL,
  with_benefit boolean NOT NULL,
  sales bigint NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (merchant_id, day, terminal, acquirer, buyer, with_benefit)
);
-- The days on which a customer bought, each with the one before.
CREATE TABLE purchase_days (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  day integer NOT NULL,
  previous_day integer,
  sales bigint NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (merchant_id, customer_id, day)
) WITH (fillfactor = 90);
CREATE INDEX purchase_days_by_day ON purchase_days (merchant_id, day) INCLUDE (previous_day);
-- What the purchases of a customer come to; who has none left has no row.
CREATE TABLE buyers (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  first_day integer NOT NULL,
  last_day integer NOT NULL,
  -- On how many days they bought.
  days integer NOT NULL,
  sales bigint NOT NULL,
  cents bigint NOT NULL,
  PRIMARY KEY (merchant_id, customer_id)
) WITH (fillfactor = 80);
CREATE TABLE benefit_days (
  merchant_id integer NOT NULL,
  day integer NOT NULL,
  asset text NOT NULL,
  source text NOT NULL,
  destination text NOT NULL,
  quantity bigint NOT NULL,
  PRIMARY KEY (merchant_id, day, asset, source, destination)
);
-- Never is 2147483647; so is the `used_on` of the lots themselves, whose `remaining` is what is left of them. Of a use,
-- `remaining` is what it took, less what came back.
CREATE TABLE lot_days (
  merchant_id integer NOT NULL,
  asset text NOT NULL,
  granted_on integer NOT NULL,
  available_on integer NOT NULL,
  expires_on integer NOT NULL,
  used_on integer NOT NULL,
  kind text NOT NULL,
  granted bigint NOT NULL,
  remaining bigint NOT NULL,
  PRIMARY KEY (merchant_id, asset, granted_on, available_on, expires_on, used_on, kind)
);

DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['sale_changes', 'benefit_changes', 'lot_changes', 'sales_days', 'purchase_days', 'buyers',
                                'benefit_days', 'lot_days'] LOOP
    CALL close_to_other_merchants(target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO smartbis_app', target);
  END LOOP;
END $$;

-- Which purchases a voucher paid for that were validated without their sale.
CREATE INDEX vouchers_redeemed ON vouchers (merchant_id, settled_at) WHERE state = 'redeemed' AND redeemed_sale_id IS NULL;

-- What is nobody's yet may still be claimed.
CREATE INDEX sales_unidentified ON sales (merchant_id, occurred_at) INCLUDE (total_cents, refunded_cents)
  WHERE customer_id IS NULL;

CREATE FUNCTION day_number(moment timestamptz, zone text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (moment AT TIME ZONE zone)::date - DATE '1970-01-01';

-- Buyers named by the till are identified; other customers became theirs by a claim.
CREATE FUNCTION buyer_known(customer uuid, details json) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN customer IS NULL THEN 'unknown'
    WHEN (SELECT coalesce(buyer->>'phone', buyer->>'cpf', buyer->>'email', buyer->>'cardFingerprint')
          FROM (SELECT details->'buyer') AS named (buyer)) IS NULL THEN 'claimed' ELSE 'identified' END;

CREATE FUNCTION note_new_sales() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sale_changes (merchant_id, customer_id, day, terminal, acquirer, buyer, with_benefit, sales, cents)
  SELECT s.merchant_id, s.customer_id, day_number(s.occurred_at, m.zone), s.terminal, s.acquirer,
    buyer_known(s.customer_id, s.details), s.voucher_cents > 0, 1, s.total_cents - s.refunded_cents
  FROM new_sales s JOIN merchants m ON m.merchant_id = s.merchant_id
  WHERE s.total_cents > s.refunded_cents;
  RETURN NULL;
END $$;
CREATE TRIGGER note_new AFTER INSERT ON sales REFERENCING NEW TABLE AS new_sales
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_sales();

CREATE FUNCTION note_changed_sales() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sale_changes (merchant_id, customer_id, day, terminal, acquirer, buyer, with_benefit, sales, cents)
  SELECT s.merchant_id, s.customer_id, s.day, s.terminal, s.acquirer, s.buyer, s.with_benefit, sum(s.sales), sum(s.cents)
  FROM (
    SELECT o.merchant_id, o.customer_id, day_number(o.occurred_at, m.zone) AS day, o.terminal, o.acquirer,
      buyer_known(o.customer_id, o.details) AS buyer, o.voucher_cents > 0 AS with_benefit, -1 AS sales,
      o.refunded_cents - o.total_cents AS cents
    FROM old_sales o JOIN merchants m ON m.merchant_id = o.merchant_id WHERE o.total_cents > o.refunded_cents
    UNION ALL
    SELECT n.merchant_id, n.customer_id, day_number(n.occurred_at, m.zone), n.terminal, n.acquirer,
      buyer_known(n.customer_id, n.details), n.voucher_cents > 0, 1, n.total_cents - n.refunded_cents
    FROM new_sales n JOIN merchants m ON m.merchant_id = n.merchant_id WHERE n.total_cents > n.refunded_cents
  ) AS s
  GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(s.sales) <> 0 OR sum(s.cents) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note_changed AFTER UPDATE ON sales REFERENCING OLD TABLE AS old_sales NEW TABLE AS new_sales
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_sales();

CREATE FUNCTION note_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO benefit_changes (merchant_id, day, asset, source, destination, quantity)
  SELECT p.merchant_id, day_number(p.recorded_at, m.zone), p.asset, p.source, p.destination, sum(p.quantity)
  FROM new_postings p JOIN merchants m ON m.merchant_id = p.merchant_id GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
CREATE TRIGGER note_new AFTER INSERT ON postings REFERENCING NEW TABLE AS new_postings
  FOR EACH STATEMENT EXECUTE FUNCTION note_postings();

-- Granted is noted by when it was recorded, so that what is counted of a past day stays as it is. (LATERAL and OFFSET 0
-- keep it one look-up a lot, whatever the planner knows.)
CREATE FUNCTION note_new_lots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lot_changes (merchant_id, asset, granted_on, available_on, expires_on, kind, granted, remaining)
  SELECT l.merchant_id, l.asset, day_number(t.recorded_at, m.zone), day_number(l.available_at, m.zone),
    day_number(l.expires_at, m.zone), 'lot', sum(l.granted), sum(l.remaining)
  FROM new_lots l JOIN merchants m ON m.merchant_id = l.merchant_id
  CROSS JOIN LATERAL (SELECT * FROM transactions WHERE merchant_id = l.merchant_id AND id = l.transaction_id OFFSET 0) AS t
  GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
CREATE TRIGGER note_new AFTER INSERT ON lots REFERENCING NEW TABLE AS new_lots
  FOR EACH STATEMENT EXECUTE FUNCTION note_new_lots();

CREATE FUNCTION note_changed_lots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lot_changes (merchant_id, asset, granted_on, available_on, expires_on, kind, granted, remaining)
  SELECT c.merchant_id, c.asset, day_number(t.recorded_at, m.zone), day_number(c.available_at, m.zone),
    day_number(c.expires_at, m.zone), 'lot', sum(c.granted), sum(c.remaining)
  FROM (SELECT merchant_id, transaction_id, asset, available_at, expires_at, -granted AS granted, -remaining AS remaining
        FROM old_lots
        UNION ALL
        SELECT merchant_id, transaction_id, asset, available_at, expires_at, granted, remaining FROM new_lots) AS c
  JOIN merchants m ON m.merchant_id = c.merchant_id
  CROSS JOIN LATERAL (SELECT * FROM transactions WHERE merchant_id = c.merchant_id AND id = c.transaction_id OFFSET 0) AS t
  GROUP BY 1, 2, 3, 4, 5 HAVING sum(c.granted) <> 0 OR sum(c.remaining) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note_changed AFTER UPDATE ON lots REFERENCING OLD TABLE AS old_lots NEW TABLE AS new_lots
  FOR EACH STATEMENT EXECUTE FUNCTION note_changed_lots();

CREATE FUNCTION note_lot_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lot_changes (merchant_id, asset, granted_on, available_on, expires_on, used_on, kind, granted, remaining)
  SELECT u.merchant_id, l.asset, day_number(g.recorded_at, m.zone), day_number(l.available_at, m.zone),
    day_number(l.expires_at, m.zone), day_number(t.recorded_at, m.zone), t.kind, 0, sum(u.quantity)
  FROM new_uses u JOIN merchants m ON m.merchant_id = u.merchant_id
  CROSS JOIN LATERAL (SELECT * FROM lots
    WHERE merchant_id = u.merchant_id AND customer_id = u.customer_id AND id = u.lot_id OFFSET 0) AS l
  CROSS JOIN LATERAL (SELECT * FROM transactions WHERE merchant_id = l.merchant_id AND id = l.transaction_id OFFSET 0) AS g
  CROSS JOIN LATERAL (SELECT * FROM transactions WHERE merchant_id = u.merchant_id AND id = u.transaction_id OFFSET 0) AS t
  GROUP BY 1, 2, 3, 4, 5, 6, 7;
  RETURN NULL;
END $$;
CREATE TRIGGER note_new AFTER INSERT ON lot_uses REFERENCING NEW TABLE AS new_uses
  FOR EACH STATEMENT EXECUTE FUNCTION note_lot_uses();

-- The days of these customers' purchases, and what they come to. A day whose last sale was refunded is none.
CREATE FUNCTION count_purchases(shop integer, changes sale_changes[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO purchase_days AS p (merchant_id, customer_id, day, previous_day, sales, cents)
  SELECT shop, c.customer_id, c.day,
    greatest(lag(c.day) OVER (PARTITION BY c.customer_id ORDER BY c.day), (
      SELECT max(q.day) FROM purchase_days q
      WHERE q.merchant_id = shop AND q.customer_id = c.customer_id AND q.day < c.day)), c.sales, c.cents
  FROM (SELECT customer_id, day, sum(sales) AS sales, sum(cents) AS cents FROM unnest(changes)
        WHERE customer_id IS NOT NULL GROUP BY 1, 2) AS c
  ON CONFLICT (merchant_id, customer_id, day)
    DO UPDATE SET sales = p.sales + excluded.sales, cents = p.cents + excluded.cents;

  DELETE FROM purchase_days p USING (SELECT DISTINCT customer_id, day FROM unnest(changes)) AS c
  WHERE p.merchant_id = shop AND p.customer_id = c.customer_id AND p.day = c.day AND p.sales = 0;

  UPDATE purchase_days p SET previous_day = n.previous_day
  FROM (SELECT DISTINCT c.customer_id, near.day, before.day AS previous_day
        FROM (SELECT DISTINCT customer_id, day FROM unnest(changes) WHERE customer_id IS NOT NULL) AS c
        CROSS JOIN LATERAL (SELECT q.day FROM purchase_days q WHERE q.merchant_id = shop
          AND q.customer_id = c.customer_id AND q.day >= c.day ORDER BY q.day LIMIT 2) AS near
        CROSS JOIN LATERAL (SELECT max(q.day) AS day FROM purchase_days q WHERE q.merchant_id = shop
          AND q.customer_id = c.customer_id AND q.day < near.day) AS before) AS n
  WHERE p.merchant_id = shop AND p.customer_id = n.customer_id AND p.day = n.day
    AND p.previous_day IS DISTINCT FROM n.previous_day;

  INSERT INTO buyers AS b (merchant_id, customer_id, first_day, last_day, days, sales, cents)
  SELECT shop, c.customer_id, now_is.*
  FROM (SELECT DISTINCT customer_id FROM unnest(changes) WHERE customer_id IS NOT NULL) AS c
  CROSS JOIN LATERAL (SELECT min(q.day) AS first_day, max(q.day) AS last_day, count(*) AS days, sum(q.sales), sum(q.cents)
    FROM purchase_days q WHERE q.merchant_id = shop AND q.customer_id = c.customer_id HAVING count(*) > 0) AS now_is
  ON CONFLICT (merchant_id, customer_id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
    days = excluded.days, sales = excluded.sales, cents = excluded.cents;

  DELETE FROM buyers b USING (SELECT DISTINCT customer_id FROM unnest(changes)) AS c
  WHERE b.merchant_id = shop AND b.customer_id = c.customer_id
    AND NOT EXISTS (SELECT FROM purchase_days q WHERE q.merchant_id = shop AND q.customer_id = b.customer_id);
END $$;

-- Counts up to so many noted changes of sales and all others of the transaction's shop; returns how many of sales it
-- counted. One at a time a shop.
CREATE FUNCTION count_changes(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  shop integer := current_merchant();
  sold sale_changes[];
BEGIN
  PERFORM pg_advisory_xact_lock(shop, 27);

  WITH taken AS (
    DELETE FROM sale_changes c USING (
      SELECT merchant_id, seq FROM sale_changes WHERE merchant_id = shop ORDER BY seq LIMIT most) AS first
    WHERE c.merchant_id = first.merchant_id AND c.seq = first.seq RETURNING c.*)
  SELECT array_agg(ROW(taken.*)::sale_changes) INTO sold FROM taken;
  IF sold IS NOT NULL THEN
    INSERT INTO sales_days AS d (merchant_id, day, terminal, acquirer, buyer, with_benefit, sales, cents)
    SELECT shop, day, coalesce(terminal, ''), coalesce(acquirer, ''), buyer, with_benefit, sum(sales), sum(cents)
    FROM unnest(sold) GROUP BY 2, 3, 4, 5, 6
    ON CONFLICT (merchant_id, day, terminal, acquirer, buyer, with_benefit)
      DO UPDATE SET sales = d.sales + excluded.sales, cents = d.cents + excluded.cents;
    PERFORM count_purchases(shop, sold);
  END IF;

  WITH taken AS (DELETE FROM benefit_changes WHERE merchant_id = shop RETURNING *)
  INSERT INTO benefit_days AS d (merchant_id, day, asset, source, destination, quantity)
  SELECT shop, day, asset, source, destination, sum(quantity) FROM taken GROUP BY 2, 3, 4, 5
  ON CONFLICT (merchant_id, day, asset, source, destination) DO UPDATE SET quantity = d.quantity + excluded.quantity;

  WITH taken AS (DELETE FROM lot_changes WHERE merchant_id = shop RETURNING *)
  INSERT INTO lot_days AS d (merchant_id, asset, granted_on, available_on, expires_on, used_on, kind, granted, remaining)
  SELECT shop, asset, granted_on, available_on, coalesce(expires_on, 2147483647), coalesce(used_on, 2147483647), kind,
    sum(granted), sum(remaining)
  FROM taken GROUP BY 2, 3, 4, 5, 6, 7
  ON CONFLICT (merchant_id, asset, granted_on, available_on, expires_on, used_on, kind)
    DO UPDATE SET granted = d.granted + excluded.granted, remaining = d.remaining + excluded.remaining;
  RETURN coalesce(cardinality(sold), 0);
END $$;

-- Notes everything of a shop anew, as if it came now: for shops older than the figures, and where a shop's zone was wrong.
CREATE FUNCTION note_everything(shop integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place text := (SELECT zone FROM merchants WHERE merchant_id = shop);
BEGIN
  PERFORM pg_advisory_xact_lock(shop, 27);
  DELETE FROM sales_days WHERE merchant_id = shop;
  DELETE FROM purchase_days WHERE merchant_id = shop;
  DELETE FROM buyers WHERE merchant_id = shop;
  DELETE FROM benefit_days WHERE merchant_id = shop;
  DELETE FROM lot_days WHERE merchant_id = shop;

  -- What was noted goes and what there is comes in one statement each: nothing that commits meanwhile falls between.
  WITH gone AS (DELETE FROM sale_changes WHERE merchant_id = shop)
  INSERT INTO sale_changes (merchant_id, customer_id, day, terminal, acquirer, buyer, with_benefit, sales, cents)
  SELECT shop, customer_id, day_number(occurred_at, place), terminal, acquirer, buyer_known(customer_id, details),
    voucher_cents > 0, 1, total_cents - refunded_cents
  FROM sales WHERE merchant_id = shop AND total_cents > refunded_cents ORDER BY occurred_at;

  WITH gone AS (DELETE FROM benefit_changes WHERE merchant_id = shop)
  INSERT INTO benefit_changes (merchant_id, day, asset, source, destination, quantity)
  SELECT shop, day_number(recorded_at, place), asset, source, destination, sum(quantity)
  FROM postings WHERE merchant_id = shop GROUP BY 2, 3, 4, 5;

  WITH gone AS (DELETE FROM lot_changes WHERE merchant_id = shop)
  INSERT INTO lot_changes (merchant_id, asset, granted_on, available_on, expires_on, used_on, kind, granted, remaining)
  SELECT shop, l.asset, day_number(g.recorded_at, place), day_number(l.available_at, place), day_number(l.expires_at, place),
    NULL, 'lot', sum(l.granted), sum(l.remaining)
  FROM lots l JOIN transactions g ON g.merchant_id = l.merchant_id AND g.id = l.transaction_id
  WHERE l.merchant_id = shop GROUP BY 2, 3, 4, 5
  UNION ALL
  SELECT shop, l.asset, day_number(g.recorded_at, place), day_number(l.available_at, place), day_number(l.expires_at, place),
    day_number(t.recorded_at, place), t.kind, 0, sum(u.quantity)
  FROM lot_uses u
  JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
  JOIN transactions g ON g.merchant_id = l.merchant_id AND g.id = l.transaction_id
  JOIN transactions t ON t.merchant_id = u.merchant_id AND t.id = u.transaction_id
  WHERE u.merchant_id = shop GROUP BY 2, 3, 4, 5, 6, 7;
END $$;

CREATE FUNCTION note_new_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_everything(NEW.merchant_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_zone AFTER UPDATE OF zone ON merchants FOR EACH ROW WHEN (OLD.zone <> NEW.zone)
  EXECUTE FUNCTION note_new_zone();

SELECT note_everything(merchant_id) FROM merchants;

CREATE POLICY across ON sale_changes FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, seq) ON sale_changes TO smartbis_sweeper;
GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
-- One look per shop that has rows, however many rows it has (a loose index scan).
CREATE FUNCTION merchants_with_changes() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    WITH RECURSIVE shop AS (
      SELECT min(merchant_id) AS id FROM sale_changes
      UNION ALL
      SELECT (SELECT min(merchant_id) FROM sale_changes WHERE merchant_id > shop.id) FROM shop WHERE shop.id IS NOT NULL
    )
    SELECT id FROM shop WHERE id IS NOT NULL
  $$;
ALTER FUNCTION merchants_with_changes OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_changes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_changes TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;

-- When the owners are to have their next weekly report; null where they want none.
ALTER TABLE merchants ADD COLUMN next_report_at timestamptz;
GRANT UPDATE (next_report_at) ON merchants TO smartbis_app;
GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE FUNCTION merchants_with_reports(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT merchant_id FROM merchants WHERE next_report_at <= moment';
ALTER FUNCTION merchants_with_reports OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_reports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_reports TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
