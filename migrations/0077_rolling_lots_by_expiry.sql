-- Why: a purchase moves on those of its buyer's rolling lots that would expire sooner than so many days after it. Most of a
-- regular's do not, since an earlier purchase of the day moved them on: by their expiry these are not read.
CREATE INDEX lots_open_by_expiry ON lots (merchant_id, customer_id, rolling_days, expires_at) WHERE remaining > 0;
DROP INDEX lots_open;
ALTER INDEX lots_open_by_expiry RENAME TO lots_open;
