-- Why: a signing secret that was replaced counts for another day. Replaced again within that day, the one before it still does:
-- SmartPOS may have either.
ALTER TABLE connections ADD COLUMN older_signing_secret bytea, ADD COLUMN older_valid_until timestamptz;
GRANT UPDATE (older_signing_secret, older_valid_until) ON connections TO smartbis_app;

-- The newest first; NULL: until it is replaced. (`connection_at` stays for the version before.)
CREATE FUNCTION signing_secrets_at(address text)
  RETURNS TABLE (merchant_id integer, secret bytea, valid_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
    SELECT c.merchant_id, s.secret, s.valid_until FROM connections c
    CROSS JOIN LATERAL (VALUES
      (1, c.signing_secret, NULL::timestamptz),
      (2, c.previous_signing_secret, c.previous_valid_until),
      (3, c.older_signing_secret, c.older_valid_until)) AS s (place, secret, valid_until)
    WHERE c.id = address AND c.ended_at IS NULL AND s.secret IS NOT NULL ORDER BY s.place
  $$;
ALTER FUNCTION signing_secrets_at OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION signing_secrets_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION signing_secrets_at TO smartbis_app;
