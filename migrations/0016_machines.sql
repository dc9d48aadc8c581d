-- Why: a machine that has fallen silent is noticed against its own rhythm. Each is looked at when, by that rhythm, its
-- silence would begin to tell, and whoever is to see to it is told once until it speaks again.

ALTER TABLE terminals
  -- Null: not looked at yet.
  ADD COLUMN look_at timestamptz,
  -- The last sale before the silence that was told.
  ADD COLUMN silence_told_after timestamptz;
GRANT UPDATE (look_at, silence_told_after) ON terminals TO smartbis_app;
CREATE INDEX terminals_to_look_at ON terminals (merchant_id, look_at);

-- A machine's last weeks, a day's sales, the latest ones.
CREATE INDEX sales_by_time ON sales (merchant_id, occurred_at);

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE POLICY across ON terminals FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, look_at) ON terminals TO smartbis_sweeper;
CREATE FUNCTION merchants_with_machines_to_look_at(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants m
    WHERE EXISTS (SELECT FROM terminals t WHERE t.merchant_id = m.merchant_id AND (t.look_at IS NULL OR t.look_at <= moment))
  $$;
ALTER FUNCTION merchants_with_machines_to_look_at OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_machines_to_look_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_machines_to_look_at TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
