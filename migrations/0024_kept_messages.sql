-- Why: what reached a customer by no channel is kept and told when they are next heard; a turn must find it without reading
-- the shop's whole outbox.
CREATE INDEX outbox_kept ON outbox (merchant_id, customer_id) WHERE state = 'suppressed' AND reason = 'kept';
