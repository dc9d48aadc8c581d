-- Why: what a person says of a machine's sale that staff had recorded holds for all that is told of it later, whichever way it
-- comes and whether or not it names the buyer.
CREATE TABLE sales_told_twice (
  merchant_id integer NOT NULL,
  -- The machine's, and the one that staff recorded.
  sale_id text NOT NULL,
  hand_id text NOT NULL,
  -- Null until a person says it.
  same boolean,
  PRIMARY KEY (merchant_id, sale_id),
  FOREIGN KEY (merchant_id, hand_id) REFERENCES sales (merchant_id, id)
);
CREATE INDEX sales_told_twice_of ON sales_told_twice (merchant_id, hand_id);
CALL close_to_other_merchants('sales_told_twice');
GRANT SELECT, INSERT, UPDATE (same) ON sales_told_twice TO smartbis_app;
