-- Why: of what a voucher holds, what was taken first is spent and what was taken last is freed. The order was that of the
-- lots' expiries, which change between the hold and its end where lots roll. Null of what the version before writes: it
-- has that order still.
ALTER TABLE lot_uses ADD COLUMN ordinal integer CHECK (ordinal >= 0);
