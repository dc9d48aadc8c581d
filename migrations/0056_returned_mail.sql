-- Why: most mail that does not arrive comes back later as a message (RFC 3464). An address is given up at once where it is
-- gone for good, and after three returns within a month where that may pass; the owner sees which it was.
ALTER TABLE customer_identities
  ADD COLUMN mail_fault text CHECK (mail_fault IN ('no-mailbox', 'no-domain', 'full', 'refused', 'not-reached')),
  ADD COLUMN returned_count smallint NOT NULL DEFAULT 0,
  ADD COLUMN returned_at timestamptz;
GRANT UPDATE (mail_fault, returned_count, returned_at) ON customer_identities TO smartbis_app;

-- The team's own addresses are what they said in their chat.
ALTER TABLE declared_identities ADD COLUMN bouncing_since timestamptz;
GRANT UPDATE (bouncing_since) ON declared_identities TO smartbis_app;
