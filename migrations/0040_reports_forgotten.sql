-- Why: what was reported of an erased person stays as a report of the sale, without the person. What in a report tells who
-- bought is known here and in sync/smartpos/parse-sale.ts.

-- What cannot be read loses everything.
CREATE FUNCTION without_person(report text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  told jsonb;
BEGIN
  told := report::jsonb;
  RETURN (told #- '{customer}' #- '{payment,cardFingerprint}' #- '{payment,last4}'
    #- '{data,customer}' #- '{data,payment,cardFingerprint}' #- '{data,payment,last4}'
    -- Of an event about a customer, everything is.
    || CASE WHEN told ->> 'type' LIKE 'customer.%' THEN '{"data": {}}'::jsonb ELSE '{}' END)::text;
EXCEPTION WHEN OTHERS THEN
  RETURN '{}';
END $$;

-- Of the reports about these sales, and of those about no sale or kept unread in which one of these numbers stands.
CREATE FUNCTION forget_reports(sales text[], numbers text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE inbox_events e SET body = without_person(e.body)
  WHERE e.merchant_id = current_merchant()
    AND (substring(e.body FROM '"uniqueIdentifier"\s*:\s*"([^"]{1,200})"') = ANY (sales)
      OR ((e.body LIKE '%"customer.%' OR EXISTS (
            SELECT FROM kept_events k WHERE k.merchant_id = e.merchant_id AND k.delivery_id = e.delivery_id
              AND k.body_hash = e.body_hash))
        AND EXISTS (SELECT FROM unnest(numbers) AS number
                    WHERE position(number IN regexp_replace(e.body, '\D', '', 'g')) > 0)))
$$;
