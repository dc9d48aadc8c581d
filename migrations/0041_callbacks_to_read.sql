-- Why: whoever hosts shops of the Cloud API is woken for what called them back; where that ring is lost, it finds here whom
-- it is about, as the other sweeps do.
CREATE POLICY across ON cloud_api_events FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, failure) ON cloud_api_events TO smartbis_sweeper;

CREATE FUNCTION merchants_with_callbacks() RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT DISTINCT merchant_id FROM cloud_api_events WHERE failure IS NULL';
ALTER FUNCTION merchants_with_callbacks OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION merchants_with_callbacks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merchants_with_callbacks TO smartbis_app;
