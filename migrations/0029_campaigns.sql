-- Why: a campaign asks some customers back and leaves others alone, so that it can be told what it did. Who is in which arm is
-- written before anything is sent; what it may cost is taken from its budget as it is given; its verdict is written once,
-- after the end that was set beforehand.

CREATE TABLE campaigns (
  merchant_id integer NOT NULL REFERENCES merchants,
  number integer NOT NULL,
  -- Of loyalty/core/campaign.ts.
  wish json NOT NULL,
  -- The shop's own words; null is the product's, in each reader's language.
  words text,
  state text NOT NULL CHECK (state IN ('assigning', 'running', 'stopped', 'ended')),
  -- The part kept untouched, in basis points.
  share_bps integer NOT NULL CHECK (share_bps BETWEEN 0 AND 10000),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- What was given can cost at most.
  spent_cents bigint NOT NULL DEFAULT 0,
  budget_cents bigint,
  -- Of loyalty/insight/lift, once it is over.
  verdict json,
  revenue json,
  created_by uuid,
  idempotency_key text NOT NULL,
  PRIMARY KEY (merchant_id, number),
  UNIQUE (merchant_id, idempotency_key),
  CHECK (ends_at > starts_at),
  CHECK (budget_cents IS NULL OR spent_cents <= budget_cents)
);
CALL close_to_other_merchants('campaigns');
GRANT SELECT, INSERT, UPDATE (state, spent_cents, verdict, revenue) ON campaigns TO smartbis_app;
CREATE INDEX campaigns_open ON campaigns (merchant_id, number) WHERE verdict IS NULL;

CREATE TABLE campaign_members (
  merchant_id integer NOT NULL,
  campaign integer NOT NULL,
  customer_id uuid NOT NULL,
  arm text NOT NULL CHECK (arm IN ('treated', 'control')),
  assigned_at timestamptz NOT NULL,
  given_at timestamptz,
  -- Why nothing was given to someone who was to have it: they stay in their arm all the same.
  skipped text CHECK (skipped IN ('budget', 'opted-out', 'merged')),
  PRIMARY KEY (merchant_id, campaign, customer_id)
);
CREATE INDEX campaign_members_waiting ON campaign_members (merchant_id, campaign, customer_id)
  WHERE arm = 'treated' AND given_at IS NULL AND skipped IS NULL;
CREATE INDEX campaigns_of_customer ON campaign_members (merchant_id, customer_id);
CALL close_to_other_merchants('campaign_members');
GRANT SELECT, INSERT, UPDATE (given_at, skipped) ON campaign_members TO smartbis_app;

-- A campaign gives vouchers that hold nothing, as a rule does.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT conname FROM pg_constraint
    WHERE conrelid = 'vouchers'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%''rule''%' LOOP
    EXECUTE format('ALTER TABLE vouchers DROP CONSTRAINT %I', name);
  END LOOP;
END $$;
ALTER TABLE vouchers
  ADD CHECK (source IN ('cashback', 'points', 'rule', 'campaign')),
  ADD CHECK ((source IN ('rule', 'campaign')) = (held IS NULL)),
  ADD CHECK (num_nonnulls(sale_id, rule_id) = CASE source WHEN 'rule' THEN 2 ELSE 0 END);

CREATE POLICY across ON campaigns FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, state, ends_at, verdict) ON campaigns TO smartbis_sweeper;
GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE FUNCTION merchants_with_campaigns() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT DISTINCT merchant_id FROM campaigns WHERE verdict IS NULL';
ALTER FUNCTION merchants_with_campaigns OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_campaigns FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_campaigns TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
