-- Why: who marks a shop's mail as spam says so to their mail service, which reports it (RFC 5965). Nothing is written to that
-- address any more; the owner sees that it is this and not an address that is gone.
ALTER TABLE customer_identities DROP CONSTRAINT customer_identities_mail_fault_check;
ALTER TABLE customer_identities ADD CONSTRAINT customer_identities_mail_fault_check
  CHECK (mail_fault IN ('no-mailbox', 'no-domain', 'full', 'refused', 'not-reached', 'complained'));
