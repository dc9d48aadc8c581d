-- Why: whether a customer had bought in a month was looked up by the day alone, as the planner chose, and so went through
-- all of a month's purchases of the shop: three to six times the cost of counting a sale. A comparison of rows can be
-- answered by the table's own key only.
CREATE OR REPLACE FUNCTION months_touched(shop integer, changes sale_changes[]) RETURNS month_touched[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(ROW(t.customer_id, t.month, EXISTS (
      SELECT FROM purchase_days p WHERE p.merchant_id = shop AND (p.customer_id, p.day) >= (t.customer_id, month_start(t.month))
        AND (p.customer_id, p.day) < (t.customer_id, month_start(t.month + 1))),
    (SELECT month_of(b.first_day) FROM buyers b WHERE b.merchant_id = shop AND b.customer_id = t.customer_id))::month_touched)
  FROM (SELECT DISTINCT customer_id, month_of(day) AS month FROM unnest(changes) WHERE customer_id IS NOT NULL) AS t
$$;
CREATE OR REPLACE FUNCTION count_cohorts(shop integer, touched month_touched[]) RETURNS void LANGUAGE sql AS $$
  WITH seen AS MATERIALIZED (
    SELECT t.*, EXISTS (
        SELECT FROM purchase_days p WHERE p.merchant_id = shop AND (p.customer_id, p.day) >= (t.customer_id, month_start(t.month))
          AND (p.customer_id, p.day) < (t.customer_id, month_start(t.month + 1))) AS exists_now,
      (SELECT month_of(b.first_day) FROM buyers b WHERE b.merchant_id = shop AND b.customer_id = t.customer_id) AS cohort_now
    FROM unnest(touched) AS t),
  moved AS MATERIALIZED (
    SELECT DISTINCT s.customer_id, s.cohort, s.cohort_now, month_of(p.day) AS month
    FROM seen s CROSS JOIN LATERAL (
      SELECT day FROM purchase_days WHERE merchant_id = shop AND customer_id = s.customer_id OFFSET 0) AS p
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

DROP FUNCTION bought_in;
