-- Why: whether the till named a sale's buyer is asked of every sale that is noted. One look into the details costs half of
-- what five did (loyalty/sales/sale-details.ts leaves out what is not known).
CREATE OR REPLACE FUNCTION buyer_known(customer uuid, details json) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN customer IS NULL THEN 'unknown'
    WHEN details->>'buyer' ~ '"(phone|cpf|email|cardFingerprint)": *"' THEN 'identified' ELSE 'claimed' END;
