-- Why: stamps, limits of a period and budgets depend on what a rule gave before. What it gave is counted as it is given
-- (and as it is taken back), under the shop's lock, so that judging a sale costs the same however many came before it.

CREATE TABLE rule_counters (
  merchant_id integer NOT NULL REFERENCES merchants,
  -- The nil UUID where it counts for everybody: a budget.
  customer_id uuid NOT NULL,
  -- The rule's own number (program_versions.rule_ids): it survives edits and other rules' end.
  rule_id integer NOT NULL,
  -- 'stamps', 'budget', or a day (2026-11-24), an ISO week (2026-W48) or a month (2026-11) of the shop's calendar.
  period text NOT NULL,
  -- Stamps, cents or points; what was taken back is not in it.
  quantity bigint NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (merchant_id, customer_id, rule_id, period)
) WITH (fillfactor = 80);
CALL close_to_other_merchants('rule_counters');
GRANT SELECT, INSERT, UPDATE (quantity) ON rule_counters TO smartbis_app;

-- A rolling lot expires so many days after its holder's last purchase: each purchase moves its expiry on, never back, and
-- never revives what has expired.
ALTER TABLE lots ADD COLUMN rolling_days integer CHECK (rolling_days > 0);
GRANT UPDATE (expires_at) ON lots TO smartbis_app;
CREATE FUNCTION only_rolling_lots_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the expiry of lot % does not move', OLD.id;
END $$;
CREATE TRIGGER only_rolling_lots_move BEFORE UPDATE OF expires_at ON lots
  FOR EACH ROW WHEN (OLD.rolling_days IS NULL OR NEW.expires_at IS NULL OR NEW.expires_at < OLD.expires_at)
  EXECUTE FUNCTION only_rolling_lots_move();
