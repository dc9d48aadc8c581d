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

ALTER FUNCTION count_purchases RENAME TO count_purchase_days;
CREATE FUNCTION count_purchases(shop integer, changes sale_changes[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  touched month_touched[] := months_touched(shop, changes);
BEGIN
  PERFORM count_purchase_days(shop, changes);
  PERFORM count_cohorts(shop, touched);
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
