-- Why: a sale that changes at SmartPOS and changes back is told in a state in which it was taken in before, which is no other
-- delivery. Which of its states was told last has to be known by whichever process pulls, and after a restart.
CREATE TABLE pulled_again (
  merchant_id integer NOT NULL,
  delivery_id text NOT NULL,
  body_hash bytea NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, delivery_id)
);
CALL close_to_other_merchants('pulled_again');
GRANT SELECT, INSERT, UPDATE (body_hash, told_at), DELETE ON pulled_again TO smartbis_app;
CREATE INDEX pulled_again_by_time ON pulled_again (merchant_id, told_at);

-- Before, such a delivery had an id of its own, by which no erasure found it. What the version before brings so is noted as
-- events are (0066), and so is what it has brought.
CREATE OR REPLACE FUNCTION note_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_subjects (merchant_id, subject, delivery_id, body_hash, noted_at)
  SELECT d.merchant_id, subject, d.delivery_id, d.body_hash, e.received_at
  FROM taken d
  CROSS JOIN LATERAL (SELECT * FROM inbox_events i WHERE i.merchant_id = d.merchant_id AND i.delivery_id = d.delivery_id
    AND i.body_hash = d.body_hash AND (i.source = 'webhook' OR i.delivery_id LIKE 'pull:%:%') OFFSET 0) AS e
  CROSS JOIN LATERAL unnest(subjects_of(e.source, e.body)) AS subject
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

INSERT INTO report_subjects (merchant_id, subject, delivery_id, body_hash, noted_at)
SELECT e.merchant_id, subject, e.delivery_id, e.body_hash, e.received_at
FROM inbox_events e CROSS JOIN LATERAL unnest(subjects_of(e.source, e.body)) AS subject
WHERE e.source = 'pull' AND e.delivery_id LIKE 'pull:%:%' AND e.body <> '{}'
ON CONFLICT DO NOTHING;

-- Of whom it kept so, and who was erased since.
UPDATE inbox_events e SET body = without_person(e.body)
FROM (SELECT i.merchant_id, i.delivery_id, i.body_hash, subject
      FROM inbox_events i CROSS JOIN LATERAL unnest(subjects_of(i.source, i.body)) AS subject
      WHERE i.source = 'pull' AND i.delivery_id LIKE 'pull:%:%' AND i.body <> '{}') AS told
JOIN sales s ON s.merchant_id = told.merchant_id AND s.id = substr(told.subject, 6)
WHERE told.subject LIKE 'sale %' AND s.details ->> 'erased' = 'true'
  AND e.merchant_id = told.merchant_id AND e.delivery_id = told.delivery_id AND e.body_hash = told.body_hash;
