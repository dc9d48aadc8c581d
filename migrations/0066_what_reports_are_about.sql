-- Why: an erasure has to find each report of a person's, whatever way its sale's id is written, without reading the shop's
-- million others. What a pull brought is found by its delivery's id, which is made of the sale's; of an event, what it is about
-- is noted once it is read. What was read before comes with 0067.

CREATE TABLE report_subjects (
  merchant_id integer NOT NULL,
  -- `sale` and its id; `customer` and the last digits of a number or an address; empty: about nothing that can be told.
  subject text NOT NULL,
  delivery_id text NOT NULL,
  body_hash bytea NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, subject, delivery_id, body_hash)
);
CALL close_to_other_merchants('report_subjects');
GRANT SELECT, INSERT, DELETE ON report_subjects TO smartbis_app;
CREATE INDEX report_subjects_by_time ON report_subjects USING brin (noted_at);

-- `saleIdOf` of sync/smartpos/parse-sale.ts, which trims what JavaScript calls blank. (One expression: it is put in where it is called.)
CREATE FUNCTION without_blanks(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN btrim(name, U&' \0009\000A\000B\000C\000D\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\FEFF');
-- A regular expression for a UUID would cost as much as reading the JSON.
CREATE FUNCTION is_uuid(name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN char_length(name) = 36 AND translate(name, '0123456789abcdefABCDEF', '') = '----'
    AND substr(name, 9, 1) = '-' AND substr(name, 14, 1) = '-' AND substr(name, 19, 1) = '-' AND substr(name, 24, 1) = '-';
CREATE FUNCTION sale_id_of(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN is_uuid(without_blanks(name)) THEN lower(without_blanks(name)) ELSE nullif(without_blanks(name), '') END;

CREATE FUNCTION digits_of(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(written, '[^0-9]+', '', 'g');

-- By what an event about a customer is looked for; both sides say it so.
CREATE FUNCTION customer_subjects(numbers text[], mails text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT array_agg(DISTINCT 'customer ' || key)
  FROM (SELECT right(digits_of(number), 8) FROM unnest(numbers) AS number
        UNION ALL SELECT left(lower(btrim(mail)), 200) FROM unnest(mails) AS mail) AS k (key)
  WHERE key <> '');

-- What PostgreSQL cannot read as JSON may be about each sale that stands in it, and about anybody.
CREATE FUNCTION subjects_of(source text, report text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  told jsonb;
  name jsonb;
  written text;
  id text;
BEGIN
  told := (CASE WHEN position('\u0000' IN report) > 0 THEN replace(report, '\u0000', '') ELSE report END)::jsonb;
  IF source <> 'pull' THEN
    IF starts_with(told ->> 'type', 'customer.') THEN
      told := told -> 'data';
      RETURN coalesce(customer_subjects(ARRAY[told ->> 'phone', told ->> 'cpf'], ARRAY[told ->> 'email']), '{""}');
    END IF;
    told := told -> 'data';
  END IF;
  name := told -> 'uniqueIdentifier';
  written := name #>> '{}';
  IF jsonb_typeof(name) = 'string' THEN
    id := sale_id_of(written);
  ELSIF jsonb_typeof(name) = 'number' AND abs(written::float8) <= 9007199254740991 AND written::float8 = trunc(written::float8) THEN
    id := written::float8::bigint::text;
  END IF;
  RETURN CASE WHEN char_length(id) <= 100 THEN ARRAY['sale ' || id] ELSE '{}' END;
EXCEPTION WHEN OTHERS THEN
  RETURN ARRAY(SELECT DISTINCT 'sale ' || sale_id_of(m[1])
               FROM regexp_matches(report, '"uniqueIdentifier"\s*:\s*"{0,1}([^",}]{1,100})', 'g') AS m
               WHERE sale_id_of(m[1]) IS NOT NULL) || '{""}'::text[];
END $$;

-- As sync/pull/raw-sales.ts names what it brings.
CREATE FUNCTION pulled_delivery(sale text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT 'pull:' || substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-8' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12)
  FROM (SELECT encode(sha256('pull'::bytea || '\x00'::bytea || convert_to(sale, 'UTF8')), 'hex')) AS t (h));

-- Whichever version reads it. (LATERAL and OFFSET 0 keep it one look-up an event, whatever the planner knows.)
CREATE FUNCTION note_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_subjects (merchant_id, subject, delivery_id, body_hash, noted_at)
  SELECT d.merchant_id, subject, d.delivery_id, d.body_hash, e.received_at
  FROM taken d
  CROSS JOIN LATERAL (SELECT * FROM inbox_events i WHERE i.merchant_id = d.merchant_id AND i.delivery_id = d.delivery_id
    AND i.body_hash = d.body_hash AND i.source = 'webhook' OFFSET 0) AS e
  CROSS JOIN LATERAL unnest(subjects_of(e.source, e.body)) AS subject
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER note_subjects AFTER DELETE ON inbox_due REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION note_subjects();

CREATE FUNCTION names_person(report text, numbers text[], mails text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  digits text := digits_of(report);
BEGIN
  RETURN EXISTS (SELECT FROM unnest(numbers) AS number WHERE position(number IN digits) > 0)
    OR EXISTS (SELECT FROM unnest(mails) AS mail WHERE position(lower(mail) IN lower(report)) > 0);
END $$;

-- The reports about these sales.
CREATE FUNCTION reports_of(sales text[]) RETURNS TABLE (delivery_id text, body_hash bytea) LANGUAGE sql STABLE AS $$
  SELECT r.delivery_id, r.body_hash FROM unnest(sales) AS sale
  CROSS JOIN LATERAL (SELECT * FROM report_subjects r
    WHERE r.merchant_id = (SELECT current_merchant()) AND r.subject = 'sale ' || sale_id_of(sale) OFFSET 0) AS r
  UNION
  SELECT e.delivery_id, e.body_hash FROM unnest(sales) AS sale
  CROSS JOIN LATERAL (SELECT * FROM inbox_events e
    WHERE e.merchant_id = (SELECT current_merchant()) AND e.delivery_id = pulled_delivery(sale_id_of(sale)) OFFSET 0) AS e
$$;

-- The sale about which a kept report is in doubt (sync/inbox.ts): of one doubt the first report alone is kept.
CREATE FUNCTION sale_in_doubt(detail text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  coalesce(detail::json ->> 'sale',
           substring(detail::json ->> 'matter' FROM '^recorded-by-hand (.*) \d+$'),
           substring(detail::json ->> 'matter' FROM '^other-buyer (.*)$'));

-- These reports go on without the person, and so does what was noted of them.
CREATE FUNCTION forget_in(deliveries text[], hashes bytea[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  shop integer := current_merchant();
BEGIN
  DELETE FROM report_subjects r WHERE r.ctid = ANY (ARRAY(
    SELECT noted.place FROM unnest(deliveries, hashes) AS f (delivery, hash)
    CROSS JOIN LATERAL (SELECT * FROM inbox_events e
      WHERE e.merchant_id = shop AND e.delivery_id = f.delivery AND e.body_hash = f.hash OFFSET 0) AS e
    CROSS JOIN LATERAL unnest(subjects_of(e.source, e.body)) AS told
    CROSS JOIN LATERAL (SELECT n.ctid AS place FROM report_subjects n WHERE n.merchant_id = shop AND n.subject = told
      AND n.delivery_id = f.delivery AND n.body_hash = f.hash OFFSET 0) AS noted
    WHERE told NOT LIKE 'sale %'));
  UPDATE inbox_events e SET body = without_person(e.body) WHERE e.merchant_id = shop AND e.ctid = ANY (ARRAY(
    SELECT told.place FROM unnest(deliveries, hashes) AS f (delivery, hash)
    CROSS JOIN LATERAL (SELECT i.ctid AS place FROM inbox_events i
      WHERE i.merchant_id = shop AND i.delivery_id = f.delivery AND i.body_hash = f.hash OFFSET 0) AS told));
END $$;

-- The reports about these sales; and those about a customer, kept for a person or in doubt in which the person is named.
-- Everything by its key: statistics of a young table would have the whole shop read.
CREATE FUNCTION forget_person(sales text[], numbers text[], mails text[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  shop integer := current_merchant();
  customers text[] := coalesce(customer_subjects(numbers, mails), '{}') || '{""}'::text[];
  deliveries text[];
  hashes bytea[];
BEGIN
  WITH kept AS MATERIALIZED (
    SELECT DISTINCT e.delivery_id, e.body_hash, sale_in_doubt(k.detail) AS sale
    FROM (SELECT k.* FROM kept_events k WHERE k.merchant_id = shop OFFSET 0) AS k
    CROSS JOIN LATERAL (SELECT * FROM inbox_events e WHERE e.merchant_id = shop AND e.delivery_id = k.delivery_id OFFSET 0) AS e
    WHERE names_person(e.body, numbers, mails)
  ), maybe AS MATERIALIZED (
    SELECT r.delivery_id, r.body_hash FROM unnest(customers) AS customer CROSS JOIN LATERAL (
      SELECT * FROM report_subjects r WHERE r.merchant_id = shop AND r.subject = customer OFFSET 0) AS r
    UNION SELECT * FROM reports_of(ARRAY(SELECT DISTINCT sale FROM kept WHERE sale IS NOT NULL))
  ), told AS (
    SELECT * FROM reports_of(sales)
    UNION SELECT delivery_id, body_hash FROM kept
    UNION SELECT m.delivery_id, m.body_hash FROM maybe m CROSS JOIN LATERAL (SELECT * FROM inbox_events e
      WHERE e.merchant_id = shop AND e.delivery_id = m.delivery_id AND e.body_hash = m.body_hash OFFSET 0) AS e
      WHERE names_person(e.body, numbers, mails)
  )
  SELECT array_agg(t.delivery_id), array_agg(t.body_hash) INTO deliveries, hashes FROM told t;
  PERFORM forget_in(deliveries, hashes);
END $$;

-- What the version before calls.
CREATE OR REPLACE FUNCTION forget_reports(sales text[], numbers text[]) RETURNS void LANGUAGE sql AS
  $$ SELECT forget_person(sales, numbers, '{}') $$;

-- Of these reports, those about a sale whose buyer was erased.
CREATE FUNCTION forget_erased(deliveries text[], hashes bytea[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  shop integer := current_merchant();
BEGIN
  PERFORM forget_in(array_agg(e.delivery_id), array_agg(e.body_hash)) FROM unnest(deliveries, hashes) AS f (delivery, hash)
  CROSS JOIN LATERAL (SELECT * FROM inbox_events e
    WHERE e.merchant_id = shop AND e.delivery_id = f.delivery AND e.body_hash = f.hash OFFSET 0) AS e
  WHERE EXISTS (
    SELECT FROM unnest(subjects_of(e.source, e.body)) AS subject
    CROSS JOIN LATERAL (SELECT s.details FROM sales s
      WHERE s.merchant_id = shop AND s.id = substr(subject, 6) AND subject LIKE 'sale %' OFFSET 0) AS s
    WHERE s.details ->> 'erased' = 'true');
END $$;
