-- Why: whom WhatsApp cannot reach is written to by e-mail. A message changes its channel instead of having a row for each,
-- so that nobody is told one thing twice.
ALTER TABLE outbox ADD COLUMN channel text NOT NULL DEFAULT 'chat' CHECK (channel IN ('chat', 'email'));
GRANT UPDATE (channel) ON outbox TO smartbis_app;
CREATE INDEX outbox_due_by_email ON outbox (merchant_id, priority, seq)
  WHERE channel = 'email' AND state IN ('queued', 'sending', 'unknown') AND settled_at IS NULL;

-- An address that a mail server refused is not written to again.
ALTER TABLE customer_identities ADD COLUMN bouncing_since timestamptz;
GRANT UPDATE (bouncing_since) ON customer_identities TO smartbis_app;
