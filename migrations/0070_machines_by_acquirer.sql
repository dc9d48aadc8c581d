-- Why: two acquirers number their machines each for themselves. Where both have a '01', one row stood for two machines: one of
-- them was not listed, and its silence was never told while the other sold. A table of its own, since the version before
-- writes `terminals` by its key; while that one may be live, what either writes reaches the other's table.

CREATE TABLE machines (
  merchant_id integer NOT NULL REFERENCES merchants,
  id text NOT NULL,
  -- '' where its sales did not say.
  acquirer text NOT NULL,
  store text,
  first_sale_at timestamptz NOT NULL,
  last_sale_at timestamptz NOT NULL,
  -- Null: not looked at yet.
  look_at timestamptz,
  -- The last sale before the silence that was told.
  silence_told_after timestamptz,
  PRIMARY KEY (merchant_id, id, acquirer)
);
CALL close_to_other_merchants('machines');
GRANT SELECT, INSERT, UPDATE (store, last_sale_at, look_at, silence_told_after) ON machines TO smartbis_app;
CREATE INDEX machines_to_look_at ON machines (merchant_id, look_at);

-- Where one row stood for several, their sales tell them apart (the next one of each names its store). What has not sold for four weeks is told of no more.
INSERT INTO machines (merchant_id, id, acquirer, store, first_sale_at, last_sale_at, silence_told_after)
SELECT s.merchant_id, s.terminal, s.acquirer, CASE WHEN s.acquirer = coalesce(t.acquirer, '') THEN t.store END,
  s.first_at, s.last_at,
  CASE WHEN t.silence_told_after = s.last_at OR s.last_at < now() - interval '28 days' THEN s.last_at END
FROM (SELECT merchant_id, terminal, coalesce(acquirer, '') AS acquirer, min(occurred_at) AS first_at, max(occurred_at) AS last_at
      FROM sales WHERE terminal IS NOT NULL GROUP BY 1, 2, 3) AS s
LEFT JOIN terminals t ON t.merchant_id = s.merchant_id AND t.id = s.terminal;

-- What the version before writes.
CREATE FUNCTION machine_of_terminal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO machines AS m (merchant_id, id, acquirer, store, first_sale_at, last_sale_at, silence_told_after)
  VALUES (NEW.merchant_id, NEW.id, coalesce(NEW.acquirer, ''), NEW.store,
    CASE TG_OP WHEN 'INSERT' THEN NEW.first_sale_at ELSE NEW.last_sale_at END, NEW.last_sale_at, NEW.silence_told_after)
  ON CONFLICT (merchant_id, id, acquirer) DO UPDATE SET store = coalesce(excluded.store, m.store),
    last_sale_at = excluded.last_sale_at, silence_told_after = coalesce(excluded.silence_told_after, m.silence_told_after)
  WHERE m.last_sale_at <= excluded.last_sale_at;
  RETURN NULL;
END $$;
CREATE TRIGGER machine_of_terminal AFTER INSERT OR UPDATE OF last_sale_at, silence_told_after ON terminals
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION machine_of_terminal();

-- From here on nobody writes `terminals` beside this: what came while the sales were read.
INSERT INTO machines AS m (merchant_id, id, acquirer, store, first_sale_at, last_sale_at, silence_told_after)
SELECT merchant_id, id, coalesce(acquirer, ''), store, first_sale_at, last_sale_at, silence_told_after FROM terminals
ON CONFLICT (merchant_id, id, acquirer) DO UPDATE SET last_sale_at = excluded.last_sale_at, silence_told_after = excluded.silence_told_after
WHERE m.last_sale_at < excluded.last_sale_at;

-- What the version before reads.
CREATE FUNCTION terminal_of_machine() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO terminals AS t (merchant_id, id, acquirer, store, first_sale_at, last_sale_at, silence_told_after)
  VALUES (NEW.merchant_id, NEW.id, nullif(NEW.acquirer, ''), NEW.store, NEW.first_sale_at, NEW.last_sale_at, NEW.silence_told_after)
  ON CONFLICT (merchant_id, id) DO UPDATE SET acquirer = coalesce(excluded.acquirer, t.acquirer),
    store = coalesce(excluded.store, t.store), last_sale_at = excluded.last_sale_at,
    silence_told_after = coalesce(excluded.silence_told_after, t.silence_told_after)
  WHERE t.last_sale_at <= excluded.last_sale_at;
  RETURN NULL;
END $$;
CREATE TRIGGER terminal_of_machine AFTER INSERT OR UPDATE OF last_sale_at, silence_told_after ON machines
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION terminal_of_machine();

-- A machine without an acquirer beside one of its number with one is the same before its sales said whose it is.
GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE POLICY across ON machines FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, id, acquirer, look_at) ON machines TO smartbis_sweeper;
CREATE FUNCTION shops_with_machines_to_look_at(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT merchant_id FROM merchants s
    WHERE EXISTS (
      SELECT FROM machines m
      WHERE m.merchant_id = s.merchant_id AND (m.look_at IS NULL OR m.look_at <= moment)
        AND (m.acquirer <> '' OR NOT EXISTS (
          SELECT FROM machines n WHERE n.merchant_id = m.merchant_id AND n.id = m.id AND n.acquirer <> '')))
  $$;
ALTER FUNCTION shops_with_machines_to_look_at OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION shops_with_machines_to_look_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shops_with_machines_to_look_at TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
