-- Why: what a sale costs must not grow with what its customer did in earlier years. Their purchases are counted from the
-- index alone, and what is open of their lots is found without reading those that were spent or lapsed long ago; of
-- rolling ones, only these.
CREATE INDEX lots_open ON lots (merchant_id, customer_id, rolling_days) WHERE remaining > 0;

CREATE INDEX sales_of_customer_with_amounts ON sales (merchant_id, customer_id, occurred_at)
  INCLUDE (total_cents, refunded_cents, id) WHERE customer_id IS NOT NULL;
DROP INDEX sales_of_customer;
ALTER INDEX sales_of_customer_with_amounts RENAME TO sales_of_customer;
