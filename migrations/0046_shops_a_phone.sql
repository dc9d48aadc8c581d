-- Why: where strangers may open shops, one phone opens only a few a day. How many is asked over all shops, since each is
-- opened in another's chat; two that open at once come one after the other.

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;

CREATE POLICY across ON staff FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, phone, role, created_at) ON staff TO smartbis_sweeper;
CREATE INDEX staff_by_phone ON staff (phone) WHERE role = 'owner';

-- When each shop was opened that had this phone for its owner from its first moment, the oldest first.
CREATE FUNCTION shops_opened_by(opener text, since timestamptz) RETURNS TABLE (opened_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('open-shop ' || opener, 0));
    RETURN QUERY
      SELECT m.created_at FROM staff s JOIN merchants m ON m.merchant_id = s.merchant_id AND m.created_at = s.created_at
      WHERE s.phone = opener AND s.role = 'owner' AND s.created_at > since ORDER BY m.created_at;
  END
  $$;
ALTER FUNCTION shops_opened_by OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION shops_opened_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shops_opened_by TO smartbis_app;

REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
