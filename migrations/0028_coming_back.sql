-- Why: each customer has the day on which they are late for them, solved at each purchase and kept, so that nobody is looked
-- through for it. Once a day, in the morning of the shop, a round finds by index what that day brings: balances and vouchers
-- about to end, benefits that become usable, birthdays, first purchases, thanks, and who is late.

ALTER TABLE buyers
  -- Null: they are not to be written to for this purchase, or nobody has solved it yet.
  ADD COLUMN due_on integer,
  -- The purchase that it was solved for.
  ADD COLUMN due_for integer;
CREATE INDEX buyers_unsolved ON buyers (merchant_id) WHERE due_for IS DISTINCT FROM last_day;
CREATE INDEX buyers_due ON buyers (merchant_id, due_on) WHERE due_on IS NOT NULL;

-- How a shop times its messages (loyalty/insight/timing), as last fitted; a shop without a row has the fixed days.
CREATE TABLE come_back_timings (
  merchant_id integer PRIMARY KEY REFERENCES merchants,
  timing json NOT NULL,
  fitted_at timestamptz NOT NULL
);
CALL close_to_other_merchants('come_back_timings');
GRANT SELECT, INSERT, UPDATE ON come_back_timings TO smartbis_app;

-- Who was asked to come back, once for each silence, with what it rested on.
CREATE TABLE come_back_contacts (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  -- The purchase after which they fell silent.
  purchase_day integer NOT NULL,
  told_on integer NOT NULL,
  reason json NOT NULL,
  PRIMARY KEY (merchant_id, customer_id, purchase_day)
);
CALL close_to_other_merchants('come_back_contacts');
GRANT SELECT, INSERT, UPDATE ON come_back_contacts TO smartbis_app;

ALTER TABLE merchants
  ADD COLUMN next_round_at timestamptz NOT NULL DEFAULT 'epoch',
  -- The last day whose round was made.
  ADD COLUMN last_round_on integer,
  ADD COLUMN next_fit_at timestamptz NOT NULL DEFAULT 'epoch',
  -- After so many days with a purchase a customer is thanked.
  ADD COLUMN thanks_after smallint NOT NULL DEFAULT 10 CHECK (thanks_after BETWEEN 2 AND 1000);
GRANT UPDATE (next_round_at, last_round_on, next_fit_at, thanks_after) ON merchants TO smartbis_app;

CREATE INDEX customers_by_birthday ON customers (merchant_id, birthday) WHERE birthday IS NOT NULL;
-- Lots that become usable later do so at a full hour, the shop's midnight.
CREATE INDEX lots_waiting ON lots (merchant_id, available_at)
  WHERE remaining > 0 AND date_trunc('hour', available_at AT TIME ZONE 'UTC') = available_at AT TIME ZONE 'UTC';

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE FUNCTION merchants_with_rounds(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT merchant_id FROM merchants WHERE next_round_at <= moment';
CREATE FUNCTION merchants_with_fits(moment timestamptz) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT merchant_id FROM merchants WHERE next_fit_at <= moment';
ALTER FUNCTION merchants_with_rounds OWNER TO smartbis_sweeper;
ALTER FUNCTION merchants_with_fits OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_rounds, merchants_with_fits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_rounds, merchants_with_fits TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
