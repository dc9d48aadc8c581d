-- Why: the cohort table of a shop with ten million sales read every day on which anybody had bought, for more than eight
-- seconds. How many of a month's newcomers bought in each month is kept, and counted with the purchases (migrations/0027).
-- Months are whole numbers, twelve a year from January of the year 0.

CREATE TABLE cohort_months (
  merchant_id integer NOT NULL,
  -- The month of the first purchase of which something is left, and one in which those customers bought.
  cohort integer NOT NULL,
  month integer NOT NULL,
  customers bigint NOT NULL,
  PRIMARY KEY (merchant_id, cohort, month)
);
CALL close_to_other_merchants('cohort_months');
GRANT SELECT, INSERT, UPDATE, DELETE ON cohort_months TO smartbis_app;

CREATE FUNCTION month_of(day integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN extract(year FROM DATE '1970-01-01' + day)::integer * 12 + extract(month FROM DATE '1970-01-01' + day)::integer - 1;
CREATE FUNCTION month_start(month integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(month / 12, month % 12 + 1, 1) - DATE '1970-01-01';

CREATE FUNCTION bought_in(shop integer, buyer uuid, month integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM purchase_days WHERE merchant_id = shop AND customer_id = buyer
    AND day >= month_start(month) AND day < month_start(month + 1))
$$;

-- A customer's month of which something changes: whether they had bought in it, and their first month, before.
CREATE TYPE month_touched AS (customer_id uuid, month integer, existed boolean, cohort integer);

CREATE FUNCTION months_touched(shop integer, changes sale_changes[]) RETURNS month_touched[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(ROW(t.customer_id, t.month, bought_in(shop, t.customer_id, t.month), month_of(b.first_day))::month_touched)
  FROM (SELECT DISTINCT customer_id, month_of(day) AS month FROM unnest(changes) WHERE customer_id IS NOT NULL) AS t
  LEFT JOIN buyers b ON b.merchant_id = shop AND b.customer_id = t.customer_id
$$;

-- The difference that the changes made. Of whoever's first month is another now, all months move.
CREATE FUNCTION count_cohorts(shop integer, touched month_touched[]) RETURNS void LANGUAGE sql AS $$
  WITH seen AS MATERIALIZED (
    SELECT t.*, bought_in(shop, t.customer_id, t.month) AS exists_now, month_of(b.first_day) AS cohort_now
    FROM unnest(touched) AS t
    LEFT JOIN buyers b ON b.merchant_id = shop AND b.customer_id = t.customer_id),
  moved AS (
    SELECT DISTINCT s.customer_id, s.cohort, s.cohort_now, month_of(p.day) AS month
    FROM seen s JOIN purchase_days p ON p.merchant_id = shop AND p.customer_id = s.customer_id
    WHERE s.cohort IS DISTINCT FROM s.cohort_now)
  INSERT INTO cohort_months AS c (merchant_id, cohort, month, customers)
  SELECT shop, d.cohort, d.month, sum(d.customers)
  FROM (
    SELECT cohort, month, exists_now::integer - existed::integer AS customers FROM seen
    UNION ALL SELECT cohort, month, -1 FROM moved
    UNION ALL SELECT cohort_now, month, 1 FROM moved) AS d
  WHERE d.cohort IS NOT NULL
  GROUP BY d.cohort, d.month HAVING sum(d.customers) <> 0
  ON CONFLICT (merchant_id, cohort, month) DO UPDATE SET customers = c.customers + excluded.customers
$$;

-- As migrations/0027 has it, with the cohorts around the purchases.
CREATE OR REPLACE FUNCTION count_changes(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  shop integer := current_merchant();
  sold sale_changes[];
  touched month_touched[];
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
    touched := months_touched(shop, sold);
    PERFORM count_purchases(shop, sold);
    PERFORM count_cohorts(shop, touched);
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

ALTER FUNCTION note_everything RENAME TO note_everything_but_cohorts;
CREATE FUNCTION note_everything(shop integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(shop, 27);
  DELETE FROM cohort_months WHERE merchant_id = shop;
  PERFORM note_everything_but_cohorts(shop);
END $$;

-- As if counted with all that is counted.
INSERT INTO cohort_months
SELECT b.merchant_id, month_of(b.first_day), month_of(p.day), count(DISTINCT p.customer_id)
FROM buyers b JOIN purchase_days p ON p.merchant_id = b.merchant_id AND p.customer_id = b.customer_id
GROUP BY 1, 2, 3;
