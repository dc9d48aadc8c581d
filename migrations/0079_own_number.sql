-- Why: a voucher's QR opens the chat with the shop, which takes its number; the process that draws it may host no channel.
-- The digits of its E.164 form; null where the channel has none, or has not said.
ALTER TABLE channel_states ADD COLUMN number text;
