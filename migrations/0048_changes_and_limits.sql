-- Why: what a campaign still has to do can be changed while it goes on: its end, its budget and its words; whom it is for and
-- what they get only before anybody was drawn. What was asked for first is kept as a digest, so that its key asked again with
-- something else is seen, however the campaign changed since.

ALTER TABLE campaigns ADD COLUMN input_hash bytea;
GRANT UPDATE (wish, words, share_bps, ends_at, budget_cents) ON campaigns TO smartbis_app;

-- What a member of staff adjusted today is summed before the next adjustment.
CREATE INDEX audit_log_adjustments ON audit_log (merchant_id, staff_id, at) WHERE action = 'adjust';
