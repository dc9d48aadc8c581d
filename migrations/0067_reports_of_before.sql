-- Why: what reports of before are about is noted too (0066), so that an erasure finds them. What is still due is noted when it
-- is read.
INSERT INTO report_subjects (merchant_id, subject, delivery_id, body_hash, noted_at)
SELECT e.merchant_id, subject, e.delivery_id, e.body_hash, e.received_at
FROM inbox_events e CROSS JOIN LATERAL unnest(subjects_of(e.source, e.body)) AS subject
WHERE e.body <> '{}' AND (e.source <> 'pull' OR e.delivery_id IS DISTINCT FROM pulled_delivery(substr(subject, 6)))
  AND NOT EXISTS (SELECT FROM inbox_due d WHERE d.merchant_id = e.merchant_id AND d.delivery_id = e.delivery_id)
ON CONFLICT DO NOTHING;
