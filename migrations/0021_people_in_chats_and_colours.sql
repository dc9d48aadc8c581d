-- Why: while a person of the shop talks with a customer the bot must not, in any process: until when it keeps silent in a
-- chat is a fact of that chat. And a shop's pictures wear its own colour.

ALTER TABLE chats ADD COLUMN quiet_until timestamptz;
GRANT UPDATE (quiet_until) ON chats TO smartbis_app;

ALTER TABLE merchants ADD COLUMN brand_colour text CHECK (brand_colour ~ '^#[0-9a-f]{6}$');
GRANT UPDATE (brand_colour) ON merchants TO smartbis_app;
